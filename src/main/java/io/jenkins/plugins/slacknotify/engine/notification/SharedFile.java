package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;

/**
 * A file that a message is to show, as the outbox knows it; the bytes are in a {@link FileSpool}.
 *
 * @param name with its ending
 * @param title what is shown above it
 * @param slackId what Slack calls it; null until it has been uploaded
 */
public record SharedFile(
        String name, String title, @CheckForNull String slackId) {
    public SharedFile {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
    }

    /** The same once it is in Slack. */
    SharedFile uploadedAs(String newSlackId) {
        return new SharedFile(name, title, newSlackId);
    }
}
