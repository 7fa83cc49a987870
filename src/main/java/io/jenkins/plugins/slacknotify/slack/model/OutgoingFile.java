package io.jenkins.plugins.slacknotify.slack.model;

import java.nio.file.Path;

/**
 * A file as it goes to Slack.
 *
 * @param name with its ending, by which Slack tells what kind of file it is
 * @param title what is shown above it
 * @param content where it is on this machine; read when it is sent, and not changed meanwhile
 * @param length in bytes; Slack takes no empty files
 */
public record OutgoingFile(String name, String title, Path content, long length) {
    public OutgoingFile {
        if (length < 1) {
            throw new IllegalArgumentException("Slack takes no empty file");
        }
    }
}
