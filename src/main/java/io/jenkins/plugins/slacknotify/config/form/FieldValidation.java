package io.jenkins.plugins.slacknotify.config.form;

import hudson.util.FormValidation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jenkins.model.Jenkins;

/**
 * Validation errors of fields, for forms and for Configuration as Code in the same words. An error is a sentence that says what to
 * do; an empty {@code Optional} stands for a valid value.
 */
public final class FieldValidation {
    private FieldValidation() {}

    /** Checks several values, and returns the first error together with the value that it is about. */
    public static Optional<String> firstError(List<String> values, Function<String, Optional<String>> check) {
        return values.stream()
                .map(value -> check.apply(value).map(error -> about(value, error)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns an error message that begins with the value or the field that it is about. */
    public static String about(String subject, String error) {
        return Messages.FieldValidation_about(subject, error);
    }

    /** @throws IllegalArgumentException with the error, if there is one */
    public static void throwIfInvalid(Optional<String> error) {
        error.ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
    }

    /** Unwraps the innermost {@code IllegalArgumentException}, as Stapler wraps it in one that names what it was binding. */
    public static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() instanceof IllegalArgumentException inner) {
            cause = inner;
        }
        return cause;
    }

    /** Turns an error into the message at its field. */
    public static FormValidation toFormValidation(Optional<String> error) {
        return error.map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    /** Runs a parser, and turns its exception into the message at its field. */
    public static FormValidation ofParser(Supplier<?> parser) {
        try {
            parser.get();
            return FormValidation.ok();
        } catch (IllegalArgumentException invalid) {
            return FormValidation.error(invalid.getMessage());
        }
    }

    /** Turns an error about a stored value into a warning which says that the value is kept when the form is saved. */
    public static FormValidation kept(FormValidation error) {
        // What the error says is HTML by now.
        return FormValidation.warningWithMarkup(Messages.FieldValidation_kept() + " " + error.getMessage());
    }

    /** Runs a parser as {@link #ofParser} does, for administrators alone. */
    public static FormValidation ofParserForAdministrators(Supplier<?> parser) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return ofParser(parser);
    }

    /** Runs a check that only administrators may ask for. */
    public static FormValidation forAdministrators(Supplier<Optional<String>> check) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return toFormValidation(check.get());
    }
}
