package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * Why a build was stopped before its end.
 *
 * @param kind what stopped it
 * @param detail of a person the name, of a lost agent its name, of a newer build its name, and of {@link Kind#OTHER} Jenkins' own
 *     words; null where that is not known
 * @param reason why, in the words of whoever has stopped it; null where they have given no reason
 */
public record Interruption(
        Kind kind,
        @CheckForNull String detail,
        @CheckForNull String reason) {
    private static final int MAX_DETAIL = 200;
    private static final int MAX_REASON = 200;

    /** Creates an interruption for which nobody has given a reason. */
    public Interruption(Kind kind, @CheckForNull String detail) {
        this(kind, detail, null);
    }

    /** Returns this interruption with a reason. */
    public Interruption withReason(@CheckForNull String newReason) {
        return new Interruption(kind, detail, newReason);
    }

    public Interruption {
        requireNonNull(kind, "kind");
        detail = Excerpt.truncateNullable(detail, MAX_DETAIL);
        reason = Excerpt.truncateNullable(reason, MAX_REASON);
    }

    /** The kinds of interruption, the most telling first: where there are several reasons, the first of them is told. */
    public enum Kind {
        /** The agent on which it ran went away, and did not come back. */
        AGENT_LOST,
        /** The build took longer than it may. */
        TIMED_OUT,
        /** A newer build took its place. */
        SUPERSEDED,
        /** Somebody stopped it. */
        PERSON,
        /** Jenkins ended while the build ran. */
        RESTART,
        /** The build was interrupted for any other reason. */
        OTHER
    }
}
