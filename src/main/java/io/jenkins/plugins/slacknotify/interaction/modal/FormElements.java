package io.jenkins.plugins.slacknotify.interaction.modal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.text.DistinctLabels;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the elements of forms, within the limits of Slack's reference of block elements, and reads what is chosen in them. */
public final class FormElements {
    /** The {@code action_id} of each element; its block names it. */
    public static final String ACTION = "value";

    public static final int MAX_OPTIONS = 100;

    /** The most characters of a text that is typed. */
    public static final int MAX_TEXT = 3_000;

    private static final String MENU = "static_select";
    private static final String TEXT = "plain_text_input";
    private static final String YES = "true";

    private static final String EMPTY = "(empty)";
    private static final int MAX_OPTION = 75;

    private FormElements() {}

    /** Returns one line of text; a text of several where that is the default, as Slack would join them. */
    public static JsonObject line(String initial) {
        return text(initial, initial.indexOf('\n') >= 0);
    }

    /**
     * Returns whether a text can stand in a form, and comes back as it was. A longer one is cut, and would be another one for who
     * does not look.
     */
    public static boolean fits(String initial) {
        return initial.length() <= MAX_TEXT;
    }

    /** Returns a text of one line or several. */
    public static JsonObject text(String initial, boolean multiline) {
        JsonObject element = element(TEXT);
        element.addProperty("multiline", multiline);
        element.addProperty("max_length", MAX_TEXT);
        if (!initial.isEmpty()) {
            element.addProperty("initial_value", Excerpt.truncate(initial, MAX_TEXT));
        }
        return element;
    }

    /** Returns a single box. Its state has a value where it is ticked. */
    public static JsonObject checkbox(String label, boolean ticked) {
        JsonObject element = element("checkboxes");
        JsonArray options = new JsonArray();
        options.add(option(ModalView.named(label), YES));
        element.add("options", options);
        if (ticked) {
            element.add("initial_options", options.deepCopy());
        }
        return element;
    }

    /**
     * Returns a menu; {@link #chosen} reads the state of it.
     *
     * @param choices at least one, and {@link #MAX_OPTIONS} at most
     * @param initial where it is none of them, nothing is chosen: another choice would be one that nobody has made
     */
    public static JsonObject menu(List<String> choices, String initial) {
        JsonObject element = element(MENU);
        JsonArray options = options(choices);
        element.add("options", options);
        int chosen = choices.indexOf(initial);
        if (chosen >= 0) {
            element.add("initial_option", options.get(chosen).deepCopy());
        }
        return element;
    }

    static boolean isMenu(JsonObject element) {
        return element.get("type").getAsString().equals(MENU);
    }

    /** Returns a menu of which several may be chosen; {@link #chosen} reads each value of its state. */
    public static JsonObject menuOfSeveral(List<String> choices, Set<String> initial) {
        JsonObject element = element("multi_static_select");
        JsonArray options = options(choices);
        element.add("options", options);
        JsonArray chosen = new JsonArray();
        for (int index = 0; index < choices.size(); index++) {
            if (initial.contains(choices.get(index))) {
                chosen.add(options.get(index).deepCopy());
            }
        }
        if (!chosen.isEmpty()) {
            element.add("initial_options", chosen);
        }
        return element;
    }

    /** Returns whether the form had an element in a block. */
    public static boolean isIn(FormState state, String block) {
        return state.field(block, ACTION).isPresent();
    }

    /** Returns whether a value was typed, and not chosen. */
    public static boolean isTyped(FieldValue field) {
        return field.type().equals(TEXT);
    }

    /** Returns the single value of the element in a block; empty where nothing was chosen or typed. */
    public static Optional<String> value(FormState state, String block) {
        return state.value(block, ACTION);
    }

    /** Returns what was typed in a block; empty where nothing was. */
    public static String typed(FormState state, String block) {
        return value(state, block).orElse("");
    }

    /** Returns the choice that an option stands for; empty for an option that there is not. */
    public static Optional<String> chosen(List<String> choices, String option) {
        try {
            int index = Integer.parseInt(option);
            return index >= 0 && index < choices.size() ? Optional.of(choices.get(index)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static JsonObject element(String type) {
        JsonObject element = new JsonObject();
        element.addProperty("type", type);
        element.addProperty("action_id", ACTION);
        return element;
    }

    /** The options are numbered, as the text of a choice may be longer than the value of an option. */
    private static JsonArray options(List<String> choices) {
        List<String> labels = DistinctLabels.of(
                choices.stream()
                        .map(choice -> choice.isBlank() ? EMPTY : choice)
                        .toList(),
                MAX_OPTION);
        JsonArray options = new JsonArray();
        for (int index = 0; index < choices.size(); index++) {
            options.add(option(labels.get(index), String.valueOf(index)));
        }
        return options;
    }

    private static JsonObject option(String label, String value) {
        JsonObject option = new JsonObject();
        option.add("text", ModalView.plain(label, MAX_OPTION));
        option.addProperty("value", value);
        return option;
    }
}
