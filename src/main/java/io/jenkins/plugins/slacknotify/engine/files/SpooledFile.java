package io.jenkins.plugins.slacknotify.engine.files;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import java.nio.file.Path;

/**
 * A copy of a file that a job wants to be shown with its message.
 *
 * @param name with its ending, by which Slack tells what kind of file it is
 * @param title what is shown above it
 * @param content what {@link FileSpool#incomingFile} tells
 */
public record SpooledFile(String name, String title, Path content) {
    public SpooledFile {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(content, "content");
    }

    public SharedFile shared() {
        return new SharedFile(name, title, null);
    }
}
