package io.jenkins.plugins.slacknotify.interaction.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * A form with parameters to be filled in.
 *
 * @param message what it is about, as plain text, such as the question that a job's author has written
 * @param okLabel what stands on the button that sends it
 * @param fields its parameters, in their order; possibly none
 * @param note what else is to be known before it is filled in, as mrkdwn; null for nothing
 */
public record ParameterForm(
        String message,
        String okLabel,
        List<Field> fields,
        @CheckForNull String note) {
    public ParameterForm {
        fields = List.copyOf(fields);
    }

    public ParameterForm(String message, String okLabel, List<Field> fields) {
        this(message, okLabel, fields, null);
    }

    /** The way in which a field is filled in. */
    public enum Kind {
        LINE,
        /** One line of words for people, in which any punctuation is meant. */
        PROSE,
        PARAGRAPH,
        YES_OR_NO,
        CHOICE
    }

    /** Checks what was filled in. Called on the thread that takes requests, so it neither waits nor looks anything up. */
    @FunctionalInterface
    public interface Check {
        /** Returns what is wrong with a value, as plain text; empty where nothing is. */
        Optional<String> errorOf(String value);
    }

    /**
     * A parameter.
     *
     * @param description what its author says about it; null where that is nothing
     * @param initial the default; {@code true} or {@code false} where it is yes or no
     * @param choices the values to choose from; empty for any other kind
     */
    public record Field(
            String name,
            Kind kind,
            @CheckForNull String description,
            String initial,
            List<String> choices,
            Check check) {
        public Field {
            choices = List.copyOf(choices);
        }

        public Field withInitial(String newInitial) {
            return new Field(name, kind, description, newInitial, choices, check);
        }
    }
}
