package io.jenkins.plugins.slacknotify.page;

import io.jenkins.plugins.slacknotify.event.text.Sha256;
import jenkins.model.Jenkins;

/** Tells whether settings are still those that somebody has seen: a digest of what would be written to disk. */
public final class Version {
    private static final int LENGTH = 24;

    private Version() {}

    /** @param settings something that XStream can write */
    public static String of(Object settings) {
        String xml = Jenkins.XSTREAM2.toXML(settings);
        return Sha256.hex(xml).substring(0, LENGTH);
    }
}
