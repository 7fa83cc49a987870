package io.jenkins.plugins.slacknotify.page;

import io.jenkins.plugins.slacknotify.event.text.Sha256;
import jenkins.model.Jenkins;

/** Tells whether settings are still those that somebody has seen: a digest of what would be written to disk. */
public final class SettingsVersion {
    private static final int DIGITS = 24;

    private SettingsVersion() {}

    /** @param settings something that XStream can write */
    public static String of(Object settings) {
        return Sha256.hex(Jenkins.XSTREAM2.toXML(settings), DIGITS);
    }
}
