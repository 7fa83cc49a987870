package io.jenkins.plugins.slacknotify.engine.upkeep;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import java.util.List;
import java.util.Set;

/**
 * A reported change as {@link ReportedChanges} keeps it on disk. The names of the fields are the format.
 *
 * @param kind one of {@link #SUSPENDED}, {@link #CLOSED} and {@link #MOVED}; others are left out
 * @param subject the bot, as {@code LaneKey#account} writes it, or the channel's id
 * @param value the reason in words, or the channel's new id
 * @param since in seconds since 1970
 * @param bots for which bots a channel has moved; null for all
 */
record StoredChange(
        String kind,
        String subject,
        String value,
        long since,
        @CheckForNull Bots bots) {
    /** A {@link BotScope}. */
    record Bots(@CheckForNull String only, @CheckForNull List<String> except) {
        /** Returns the stored form of a scope; null for that of all bots, which earlier versions knew alone. */
        @CheckForNull
        static Bots of(BotScope scope) {
            return scope.equals(BotScope.ALL)
                    ? null
                    : new Bots(scope.only(), scope.except().stream().sorted().toList());
        }

        static BotScope scope(@CheckForNull Bots stored) {
            return stored == null
                    ? BotScope.ALL
                    : new BotScope(stored.only, stored.except == null ? Set.of() : Set.copyOf(stored.except));
        }
    }

    static final String SUSPENDED = "suspended";
    static final String CLOSED = "closed";
    static final String MOVED = "moved";

    StoredChange {
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(value, "value");
    }
}
