package io.jenkins.plugins.slacknotify.config.form;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;

/** The names and descriptions of the kinds of event, as forms show them. */
public final class EventKindLabels {
    static final ChoiceLabels LABELS = new ChoiceLabels("EventKindLabels");

    private EventKindLabels() {}

    /** Returns all kinds of event, in the order in which forms list them. */
    public static List<EventKind> all() {
        return List.of(EventKind.values());
    }

    /** The name of a kind: one or two words. */
    public static String name(EventKind kind) {
        return LABELS.name(kind.id());
    }

    /** The name of a kind, followed by which builds it covers. */
    public static String nameAndDescription(EventKind kind) {
        return Messages.EventKindLabels_nameAndDescription(name(kind), description(kind));
    }

    /** Describes which builds a kind covers. */
    public static String description(EventKind kind) {
        return LABELS.description(kind.id());
    }
}
