package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;

/** The result of looking for a question. */
public sealed interface InputLookup {
    /**
     * It waits, and the account may answer it.
     *
     * @param question the very one, with its step, also where it was looked for as the only one that waits
     */
    record Waiting(ButtonTarget question, ParameterForm form) implements InputLookup {}

    /** The question does not wait any more, or the account may not answer it. */
    record NotForYou(InputResult reason) implements InputLookup {}
}
