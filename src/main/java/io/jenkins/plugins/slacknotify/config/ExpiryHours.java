package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.config.form.WholeNumber;

/** The hours after which a message that could not be sent is dropped: 24 unless somebody sets it. */
final class ExpiryHours {
    static final int STANDARD = 24;

    /** A week. The outbox remembers finished entries for two weeks, and must know them longer than anything waits. */
    private static final int MAX_HOURS = 168;

    static final WholeNumber RANGE =
            new WholeNumber("expiryHours", 1, MAX_HOURS, () -> Messages.ExpiryHours_malformed(MAX_HOURS));

    private ExpiryHours() {}
}
