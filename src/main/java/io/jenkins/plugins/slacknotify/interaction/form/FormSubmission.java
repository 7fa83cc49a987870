package io.jenkins.plugins.slacknotify.interaction.form;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Map;

/**
 * A form that was sent.
 *
 * @param trace where the act comes from that it asks for
 * @param target what the button that opened it says that it is about
 * @param state what was filled in, as Slack has it
 */
public record FormSubmission(ActTrace trace, ButtonTarget target, FormState state) {
    public FormSubmission {
        requireNonNull(trace, "trace");
        requireNonNull(target, "target");
        requireNonNull(state, "state");
    }

    /** Returns what was filled in, by the names of the parameters. An empty text is a value; a choice has one always. */
    public Map<String, String> values(ParameterForm form) {
        return ParameterFormView.values(form, state);
    }
}
