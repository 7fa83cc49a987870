package io.jenkins.plugins.slacknotify.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jenkins.model.Jenkins;

/** Tells whether settings are still those that somebody has seen: a digest of what would be written to disk. */
public final class Version {
    private Version() {}

    /** @param settings something that XStream can write */
    public static String of(Object settings) {
        String xml = Jenkins.XSTREAM2.toXML(settings);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(xml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
