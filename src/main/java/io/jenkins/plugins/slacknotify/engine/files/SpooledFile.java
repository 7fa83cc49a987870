package io.jenkins.plugins.slacknotify.engine.files;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file that a job's author wants a message to show, copied into the {@link FileSpool}.
 *
 * @param name with its ending, by which Slack tells what kind of file it is
 * @param title shown above the file
 * @param content the path that {@link FileSpool#incomingFile} returns
 */
public record SpooledFile(String name, String title, Path content) {
    public SpooledFile {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(content, "content");
    }
}
