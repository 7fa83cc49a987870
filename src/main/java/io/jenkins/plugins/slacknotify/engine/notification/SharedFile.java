package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

/**
 * The description of a file that a message shows. The bytes are in the file spool.
 *
 * @param name with its ending
 * @param title shown above the file
 */
public record SharedFile(String name, String title) {
    public SharedFile {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
    }
}
