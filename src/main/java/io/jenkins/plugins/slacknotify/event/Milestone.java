package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Set;

/**
 * A milestone of a running build: its start, a question to somebody, or an unusually long duration.
 *
 * @param kind one of {@link #KINDS}
 * @param question the question for which the build waits or waited; null for every other kind
 */
public record Milestone(EventKind kind, @CheckForNull InputQuestion question) {
    /** The kinds of event of running builds. */
    public static final Set<EventKind> KINDS =
            Set.of(EventKind.STARTED, EventKind.WAITING_FOR_INPUT, EventKind.RUNNING_LONG);

    /** The build has started. */
    public static final Milestone STARTED = new Milestone(EventKind.STARTED, null);

    /** The build takes far longer than such a build usually does. */
    public static final Milestone RUNNING_LONG = new Milestone(EventKind.RUNNING_LONG, null);

    public Milestone {
        requireNonNull(kind, "kind");
        if (!KINDS.contains(kind) || (kind == EventKind.WAITING_FOR_INPUT) != (question != null)) {
            throw new IllegalArgumentException(kind + " with the question " + question);
        }
    }

    /** Returns the milestone of a build that waits, or waited, for somebody to answer a question. */
    public static Milestone waitingFor(InputQuestion question) {
        return new Milestone(EventKind.WAITING_FOR_INPUT, requireNonNull(question, "question"));
    }

    /** Whether the build waited for somebody to answer, and does not wait any more. */
    public boolean isInputFinished() {
        return question != null && question.answer() != null;
    }
}
