package io.jenkins.plugins.slacknotify.engine.receipt;

import static java.util.Objects.requireNonNull;

/**
 * The result of an upload. Nobody sees the file before another delivery shows it.
 *
 * @param slackFile the id of the file in Slack
 * @param shownBy the delivery that shows it
 */
public record UploadReceipt(String slackFile, String shownBy) implements Receipt {
    public UploadReceipt {
        requireNonNull(slackFile, "slackFile");
        requireNonNull(shownBy, "shownBy");
    }
}
