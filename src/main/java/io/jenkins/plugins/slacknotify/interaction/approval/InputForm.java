package io.jenkins.plugins.slacknotify.interaction.approval;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * What a question asks for.
 *
 * @param message the question, as its author has written it
 * @param okLabel what the author has written on the button that goes on
 * @param fields its parameters, in their order; possibly none
 */
public record InputForm(String message, String okLabel, List<Field> fields) {
    public InputForm {
        requireNonNull(message, "message");
        requireNonNull(okLabel, "okLabel");
        fields = List.copyOf(fields);
    }

    /** How a field is filled in. */
    public enum Kind {
        LINE,
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
            requireNonNull(name, "name");
            requireNonNull(kind, "kind");
            requireNonNull(initial, "initial");
            requireNonNull(check, "check");
            choices = List.copyOf(choices);
        }
    }
}
