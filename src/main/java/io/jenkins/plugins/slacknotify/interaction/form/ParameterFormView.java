package io.jenkins.plugins.slacknotify.interaction.form;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Field;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Kind;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.interaction.text.SmartPunctuation;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form in Slack with parameters to be filled in, and what was filled in. */
final class ParameterFormView {
    private static final String YES = "true";
    private static final int MAX_QUESTION = 1_000;
    private static final Gson GSON = new Gson();

    private ParameterFormView() {}

    /**
     * The data that comes back with the form.
     *
     * @param target the value of the button
     * @param form by which {@link FormInteraction} remembers the form
     * @param channel where the button stands
     * @param message in which it stands
     * @param fields tells a form with these fields from one with others; null where an earlier version has made it
     */
    record Metadata(
            String target,
            String form,
            @CheckForNull String channel,
            @CheckForNull String message,
            @CheckForNull String fields) {
        /** Reads what came back; empty where it is nothing that this class has written. */
        static Optional<Metadata> parse(String json) {
            try {
                return Optional.ofNullable(GSON.fromJson(json, Metadata.class))
                        .filter(read -> read.target() != null && read.form() != null);
            } catch (JsonParseException e) {
                return Optional.empty();
            }
        }

        Optional<ButtonTarget> buttonTarget() {
            return ButtonTarget.parse(target);
        }
    }

    /** Writes the form. @param callback the {@code callback_id}, by which it is known when it comes back */
    static String of(ParameterForm form, String title, String callback, Metadata metadata) {
        ModalView view = ModalView.titled(title)
                .section(Mrkdwn.bold(form.message(), MAX_QUESTION))
                .close("Cancel")
                .submit(form.okLabel(), callback, GSON.toJson(metadata));
        String note = form.note();
        if (note != null) {
            view.section(note);
        }
        for (int index = 0; index < form.fields().size(); index++) {
            Field field = form.fields().get(index);
            view.input(block(index), field.name(), field.description(), element(field));
        }
        return view.json();
    }

    /** Returns a short text that is another one for a form with other fields, as what comes back has their places alone. */
    static String signature(ParameterForm form) {
        return Integer.toHexString(form.fields().stream()
                .map(field -> List.of(field.name(), field.kind().name(), field.choices()))
                .toList()
                .hashCode());
    }

    /**
     * Reads what was filled in, by the names of the parameters. An empty text is a value; a choice has one always. What Slack does not send
     * is as the form has shown it.
     */
    static Map<String, String> values(ParameterForm form, FormState state) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int index = 0; index < form.fields().size(); index++) {
            Field field = form.fields().get(index);
            values.put(field.name(), value(field, block(index), state));
        }
        return values;
    }

    /** Checks what was filled in. Returns what is wrong, by the ids of blocks. */
    static Map<String, String> errors(ParameterForm form, FormState state) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (int index = 0; index < form.fields().size(); index++) {
            Field field = form.fields().get(index);
            String block = block(index);
            String value = value(field, block, state);
            field.check()
                    .errorOf(value)
                    .or(() -> isTyped(field, value)
                            ? SmartPunctuation.of(value).map(SmartPunctuation::sentence)
                            : Optional.empty())
                    .ifPresent(error -> errors.put(block, error));
        }
        return errors;
    }

    /** Whether a value is neither a choice nor the default, nor words for people. */
    private static boolean isTyped(Field field, String value) {
        return field.kind() != Kind.PROSE
                && field.choices().isEmpty()
                && !value.equals(field.initial().replace("\r\n", "\n"));
    }

    private static String value(Field field, String block, FormState state) {
        if (!FormElements.isIn(state, block)) {
            return field.initial();
        }
        Optional<String> given = FormElements.value(state, block);
        return switch (field.kind()) {
            case LINE, PROSE, PARAGRAPH -> given.orElse("");
            case YES_OR_NO -> String.valueOf(given.filter(YES::equals).isPresent());
            case CHOICE ->
                given.flatMap(option -> FormElements.chosen(field.choices(), option))
                        .orElse(field.initial());
        };
    }

    /** The blocks are numbered, as a parameter may have any name, and Slack's ids may not. */
    private static String block(int index) {
        return "parameter-" + index;
    }

    private static JsonObject element(Field field) {
        return switch (field.kind()) {
            case LINE, PROSE -> FormElements.line(field.initial());
            case PARAGRAPH -> FormElements.text(field.initial(), true);
            case YES_OR_NO ->
                FormElements.checkbox(field.name(), field.initial().equals(YES));
            case CHOICE -> FormElements.menu(field.choices(), field.initial());
        };
    }
}
