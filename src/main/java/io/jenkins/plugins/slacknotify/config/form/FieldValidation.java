package io.jenkins.plugins.slacknotify.config.form;

import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jenkins.model.Jenkins;

/** Objections to what forms and Configuration as Code say, for both in the same words. One that is empty is none. */
public final class FieldValidation {
    private FieldValidation() {}

    /** The first objection to one of several, with the one it is about. */
    public static Optional<String> firstError(List<String> given, Function<String, Optional<String>> check) {
        return given.stream()
                .map(one -> check.apply(one).map(objection -> Messages.Checks_about(one, objection)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** @throws IllegalArgumentException with the objection, if there is one */
    public static void throwIfInvalid(Optional<String> objection) {
        objection.ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
    }

    /** The objection itself, where the form's framework says what it was doing. */
    public static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() instanceof IllegalArgumentException objection) {
            cause = objection;
        }
        return cause;
    }

    /** The objection as a message at its field. */
    public static FormValidation toFormValidation(Optional<String> objection) {
        return objection.map(FormValidation::error).orElseGet(FormValidation::ok);
    }

    public static FormValidation forAdministrators(Supplier<Optional<String>> check) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return toFormValidation(check.get());
    }
}
