package io.jenkins.plugins.slacknotify.interaction.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A form that was sent.
 *
 * @param origin the request that sent it; it names no channel
 * @param trace where the act comes from that it asks for
 * @param target what it is about: what the button that opened it says, or the very thing that it showed
 * @param fields which fields the form had; null where that is not known
 * @param state what was filled in, as Slack has it
 * @param isSecond whether another request has sent the same form before, and does what it asks for. Asked right before the effect: from
 *     then on, that is this request's. What ends without an effect leaves the form to be corrected and sent once more.
 */
public record FormSubmission(
        RequestOrigin origin,
        ActTrace trace,
        ButtonTarget target,
        @CheckForNull String fields,
        FormState state,
        BooleanSupplier isSecond) {
    /** Returns whether it was filled in for a form with the same fields. Those of a job may have been changed meanwhile. */
    public boolean fits(ParameterForm form) {
        return fields == null || fields.equals(ParameterFormView.signature(form));
    }

    /** Returns what was filled in, by the names of the parameters. An empty text is a value; a choice has one always. */
    public Map<String, String> values(ParameterForm form) {
        return ParameterFormView.values(form, state);
    }
}
