package io.jenkins.plugins.slacknotify.config.form;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;

/** The names and descriptions of the kinds of event, as forms show them. */
public final class EventKindLabels {
    private EventKindLabels() {}

    /** All kinds, in the order in which forms list them. */
    public static List<EventKind> all() {
        return List.of(EventKind.values());
    }

    /** The name of a kind: one or two words. */
    public static String name(EventKind kind) {
        return switch (kind) {
            case STARTED -> Messages.EventKindLabels_started();
            case WAITING_FOR_INPUT -> Messages.EventKindLabels_waitingForInput();
            case RUNNING_LONG -> Messages.EventKindLabels_runningLong();
            case SUCCESS -> Messages.EventKindLabels_success();
            case FIXED -> Messages.EventKindLabels_fixed();
            case UNSTABLE -> Messages.EventKindLabels_unstable();
            case FAILURE -> Messages.EventKindLabels_failure();
            case REGRESSED -> Messages.EventKindLabels_regressed();
            case STILL_FAILING -> Messages.EventKindLabels_stillFailing();
            case ABORTED -> Messages.EventKindLabels_aborted();
            case NOT_BUILT -> Messages.EventKindLabels_notBuilt();
            case LOST -> Messages.EventKindLabels_lost();
            case TIMED_OUT -> Messages.EventKindLabels_timedOut();
        };
    }

    /** The name of a kind, followed by which builds it covers. */
    public static String nameAndDescription(EventKind kind) {
        return Messages.EventKindLabels_nameAndDescription(name(kind), description(kind));
    }

    /** Describes which builds a kind covers. */
    public static String description(EventKind kind) {
        return switch (kind) {
            case STARTED -> Messages.EventKindLabels_started_description();
            case WAITING_FOR_INPUT -> Messages.EventKindLabels_waitingForInput_description();
            case RUNNING_LONG -> Messages.EventKindLabels_runningLong_description();
            case SUCCESS -> Messages.EventKindLabels_success_description();
            case FIXED -> Messages.EventKindLabels_fixed_description();
            case UNSTABLE -> Messages.EventKindLabels_unstable_description();
            case FAILURE -> Messages.EventKindLabels_failure_description();
            case REGRESSED -> Messages.EventKindLabels_regressed_description();
            case STILL_FAILING -> Messages.EventKindLabels_stillFailing_description();
            case ABORTED -> Messages.EventKindLabels_aborted_description();
            case NOT_BUILT -> Messages.EventKindLabels_notBuilt_description();
            case LOST -> Messages.EventKindLabels_lost_description();
            case TIMED_OUT -> Messages.EventKindLabels_timedOut_description();
        };
    }
}
