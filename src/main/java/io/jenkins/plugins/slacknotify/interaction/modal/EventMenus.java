package io.jenkins.plugins.slacknotify.interaction.modal;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The menus in which people choose the events that they want to hear of, and the least severity. */
public final class EventMenus {
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::id).toList();

    private EventMenus() {}

    /** Returns a menu of which several events may be chosen. */
    public static JsonObject events(List<EventKind> offered, Set<EventKind> initial) {
        return FormElements.menuOfSeveral(ids(offered), Set.copyOf(ids(initial)));
    }

    /** Returns what is chosen in a menu of the same events. */
    public static Set<EventKind> chosenEvents(List<EventKind> offered, FormState state, String block) {
        List<String> ids = ids(offered);
        return state.field(block, FormElements.ACTION).map(FieldValue::values).orElse(List.of()).stream()
                .flatMap(option -> FormElements.chosen(ids, option).stream())
                .map(EventKind::parse)
                .collect(Collectors.toSet());
    }

    public static JsonObject severities(Severity initial) {
        return FormElements.menu(SEVERITIES, initial.id());
    }

    /** Returns the severity that is chosen; the least where none is. */
    public static Severity chosenSeverity(FormState state, String block) {
        return FormElements.value(state, block)
                .flatMap(option -> FormElements.chosen(SEVERITIES, option))
                .map(Severity::parse)
                .orElse(Severity.INFO);
    }

    private static List<String> ids(Collection<EventKind> kinds) {
        return kinds.stream().map(EventKind::id).toList();
    }
}
