package io.jenkins.plugins.slacknotify.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.text.EnumParser;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kind of an event, as people choose which events to be notified of. A completed build is of several kinds at once: a
 * build that fails after a good one is both {@link #FAILURE} and {@link #REGRESSED}, and whoever has chosen one of the two or
 * both is notified once. A running build is of one kind at a time.
 */
public enum EventKind {
    STARTED("started"),
    WAITING_FOR_INPUT("waitingForInput"),
    RUNNING_LONG("runningLong"),
    SUCCESS("success"),
    FIXED("fixed"),
    UNSTABLE("unstable"),
    FAILURE("failure"),
    /** Worse than the verdict before; a job whose very first verdict is bad counts too. */
    REGRESSED("regressed"),
    STILL_FAILING("stillFailing"),
    ABORTED("aborted"),
    NOT_BUILT("notBuilt"),
    /** The agent, or Jenkins itself, went away while the build ran. */
    LOST("lost"),
    /** The build took longer than it may. */
    TIMED_OUT("timedOut");

    private final String id;

    EventKind(String id) {
        this.id = id;
    }

    /** The name as it is written in configuration files and pipelines. */
    public String id() {
        return id;
    }

    /**
     * Parses a kind as people write it; case, {@code _} and {@code -} do not matter.
     *
     * @throws IllegalArgumentException with a message that names the valid kinds
     */
    public static EventKind parse(String text) {
        return EnumParser.parse(EventKind.class, "event", text, EventKind::id);
    }

    /** The kinds of completed builds, in their order. */
    public static List<EventKind> completionKinds() {
        return Arrays.stream(values()).filter(EventKind::isCompletion).toList();
    }

    /** Whether this is a kind of completed builds, and not of running ones. */
    public boolean isCompletion() {
        return !Milestone.KINDS.contains(this);
    }

    /**
     * Parses a kind of completed builds, as {@link #parse} does.
     *
     * @throws IllegalArgumentException with a message that names the valid kinds
     */
    public static EventKind parseCompletion(String text) {
        return EnumParser.parse(completionKinds(), "event", text, EventKind::id);
    }

    /**
     * Every kind of a completed build with this outcome and trend; never empty.
     *
     * @param interruption why it was stopped before its end; null where it was not, or nobody knows
     */
    public static Set<EventKind> of(Outcome outcome, Trend trend, @CheckForNull Interruption interruption) {
        EnumSet<EventKind> kinds = EnumSet.of(valueOf(outcome.name()));
        if (interruption != null) {
            of(interruption.kind()).ifPresent(kinds::add);
        }
        switch (trend) {
            case FIXED -> kinds.add(FIXED);
            case REGRESSED -> kinds.add(REGRESSED);
            case STILL_FAILING -> kinds.add(STILL_FAILING);
            case FIRST -> {
                if (outcome.isBad()) {
                    kinds.add(REGRESSED);
                }
            }
            case SAME -> {}
        }
        return kinds;
    }

    private static Optional<EventKind> of(Interruption.Kind interruption) {
        return switch (interruption) {
            case AGENT_LOST, RESTART -> Optional.of(LOST);
            case TIMED_OUT -> Optional.of(TIMED_OUT);
            case SUPERSEDED, PERSON, OTHER -> Optional.empty();
        };
    }
}
