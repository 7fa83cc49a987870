package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Set;

/**
 * What happens to a build while it runs.
 *
 * @param kind what it is: one of {@link #KINDS}
 * @param question what it waits for, or waited for; null where it does not
 */
public record Milestone(EventKind kind, @CheckForNull InputQuestion question) {
    /** The kinds of event that builds are of while they run. */
    public static final Set<EventKind> KINDS =
            Set.of(EventKind.STARTED, EventKind.WAITING_FOR_INPUT, EventKind.RUNNING_LONG);

    public static final Milestone STARTED = new Milestone(EventKind.STARTED, null);

    /** It takes far longer than such a build usually does. */
    public static final Milestone RUNNING_LONG = new Milestone(EventKind.RUNNING_LONG, null);

    public Milestone {
        requireNonNull(kind, "kind");
        if (!KINDS.contains(kind) || (kind == EventKind.WAITING_FOR_INPUT) != (question != null)) {
            throw new IllegalArgumentException(kind + " with the question " + question);
        }
    }

    /** Somebody has to answer, or has done so. */
    public static Milestone waitingFor(InputQuestion question) {
        return new Milestone(EventKind.WAITING_FOR_INPUT, requireNonNull(question, "question"));
    }

    /** Whether it waited for somebody, and does not any more. */
    public boolean isInputFinished() {
        return question != null && question.answer() != null;
    }
}
