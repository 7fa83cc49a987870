package io.jenkins.plugins.slacknotify.config.form;

import io.jenkins.plugins.slacknotify.config.Messages;
import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;

/** The kinds of event as forms show them. */
public final class EventKindLabels {
    private EventKindLabels() {}

    /** In the order in which forms list them. */
    public static List<EventKind> all() {
        return List.of(EventKind.values());
    }

    /** One or two words. */
    public static String name(EventKind kind) {
        return switch (kind) {
            case STARTED -> Messages.EventKind_started();
            case WAITING_FOR_INPUT -> Messages.EventKind_waitingForInput();
            case RUNNING_LONG -> Messages.EventKind_runningLong();
            case SUCCESS -> Messages.EventKind_success();
            case FIXED -> Messages.EventKind_fixed();
            case UNSTABLE -> Messages.EventKind_unstable();
            case FAILURE -> Messages.EventKind_failure();
            case REGRESSED -> Messages.EventKind_regressed();
            case STILL_FAILING -> Messages.EventKind_stillFailing();
            case ABORTED -> Messages.EventKind_aborted();
            case NOT_BUILT -> Messages.EventKind_notBuilt();
        };
    }

    /** The name, and which builds are meant. */
    public static String nameAndDescription(EventKind kind) {
        return Messages.EventKind_nameAndDescription(name(kind), description(kind));
    }

    /** Which builds are meant. */
    public static String description(EventKind kind) {
        return switch (kind) {
            case STARTED -> Messages.EventKind_started_description();
            case WAITING_FOR_INPUT -> Messages.EventKind_waitingForInput_description();
            case RUNNING_LONG -> Messages.EventKind_runningLong_description();
            case SUCCESS -> Messages.EventKind_success_description();
            case FIXED -> Messages.EventKind_fixed_description();
            case UNSTABLE -> Messages.EventKind_unstable_description();
            case FAILURE -> Messages.EventKind_failure_description();
            case REGRESSED -> Messages.EventKind_regressed_description();
            case STILL_FAILING -> Messages.EventKind_stillFailing_description();
            case ABORTED -> Messages.EventKind_aborted_description();
            case NOT_BUILT -> Messages.EventKind_notBuilt_description();
        };
    }
}
