package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageOrigin;

/**
 * The stored form of a {@link MessageOrigin}.
 *
 * @param options null for those that change nothing
 */
record StoredOrigin(
        StoredDestination destination,
        String job,
        @CheckForNull StoredOptions options) {
    @CheckForNull
    static StoredOrigin of(@CheckForNull MessageOrigin origin) {
        return origin == null
                ? null
                : new StoredOrigin(
                        StoredDestination.of(origin.destination()), origin.job(), StoredOptions.of(origin.options()));
    }

    MessageOrigin toOrigin() {
        return new MessageOrigin(
                StoredNotification.required(destination, "destination").toDestination(),
                StoredNotification.required(job, "job"),
                StoredOptions.toOptions(options));
    }
}
