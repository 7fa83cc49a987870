package io.jenkins.plugins.slacknotify.interaction.approval;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;

/** The result of looking for a question. */
public sealed interface InputLookup {
    /** It waits, and the account may answer it. */
    record Waiting(ParameterForm form) implements InputLookup {
        public Waiting {
            requireNonNull(form, "form");
        }
    }

    /** It does not wait, or the account may not answer it. */
    record NotForYou(InputResult reason) implements InputLookup {
        public NotForYou {
            requireNonNull(reason, "reason");
        }
    }
}
