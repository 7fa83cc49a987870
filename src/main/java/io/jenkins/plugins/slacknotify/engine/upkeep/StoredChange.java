package io.jenkins.plugins.slacknotify.engine.upkeep;

import static java.util.Objects.requireNonNull;

/**
 * A reported change as {@link ReportedChanges} keeps it on disk. The names of the fields are the format.
 *
 * @param kind one of {@link #SUSPENDED}, {@link #CLOSED} and {@link #MOVED}; others are left out
 * @param subject the bot, as {@code LaneKey#account} writes it, or the channel's id
 * @param value the reason in words, or the channel's new id
 * @param since in seconds since 1970
 */
record StoredChange(String kind, String subject, String value, long since) {
    static final String SUSPENDED = "suspended";
    static final String CLOSED = "closed";
    static final String MOVED = "moved";

    StoredChange {
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(value, "value");
    }
}
