package io.jenkins.plugins.slacknotify.event;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.text.EnumParser;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What people can choose to hear of. A build is of several kinds at once: a build that fails after a good one is both
 * {@link #FAILURE} and {@link #REGRESSED}, and whoever asked for either of the two hears of it, once. While it runs, it is of one kind at a time.
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
    NOT_BUILT("notBuilt");

    private final String id;

    EventKind(String id) {
        this.id = id;
    }

    /** The name as it is written in configuration files and pipelines. */
    public String id() {
        return id;
    }

    /**
     * Reads a kind as people write it; case, {@code _} and {@code -} do not matter.
     *
     * @throws IllegalArgumentException with a message that names the kinds there are
     */
    public static EventKind parse(String text) {
        return EnumParser.parse(EventKind.class, "event", text, EventKind::id);
    }

    /** The kinds that say how a build ended, and not what happened while it ran. */
    public static List<EventKind> completionKinds() {
        return Arrays.stream(values()).filter(EventKind::isCompletion).toList();
    }

    /** Whether it says how a build ended. */
    public boolean isCompletion() {
        return !Milestone.KINDS.contains(this);
    }

    /**
     * Reads a kind that says how a build ended, as {@link #parse} does.
     *
     * @throws IllegalArgumentException with a message that names the kinds there are
     */
    public static EventKind parseCompletion(String text) {
        return EnumParser.parse(completionKinds(), "event", text, EventKind::id);
    }

    /** Every kind that a build with this outcome and trend is of; never empty. */
    public static Set<EventKind> of(Outcome outcome, Trend trend) {
        EnumSet<EventKind> kinds = EnumSet.of(valueOf(outcome.name()));
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
}
