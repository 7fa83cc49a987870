package io.jenkins.plugins.slacknotify.control.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Field;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The form of a question that several people have to answer alike. */
final class ApprovedForm {
    private static final int MAX_VALUE = 120;

    private ApprovedForm() {}

    /**
     * Returns a form that says with which values others have approved, and that begins with those of the last of them, as
     * far as nothing in them is secret.
     *
     * @param earlier the approvals that count, the oldest first
     * @param mask masks the secrets in a value
     */
    static ParameterForm of(ParameterForm form, List<RecordedAct> earlier, UnaryOperator<String> mask) {
        List<RecordedAct> approvals =
                earlier.stream().filter(act -> !act.given().isEmpty()).toList();
        if (approvals.isEmpty()) {
            return form;
        }
        Map<String, String> last = approvals.get(approvals.size() - 1).given();
        return new ParameterForm(
                form.message(),
                form.okLabel(),
                form.fields().stream()
                        .map(field -> withEarlierValue(field, last.get(field.name()), mask))
                        .toList(),
                approvals.stream().map(act -> sentence(form, act, mask)).collect(Collectors.joining("\n")));
    }

    /** Begins a field with the value of an earlier approval, unless that is masked: a masked text would be approved as another value. */
    private static Field withEarlierValue(Field field, @CheckForNull String value, UnaryOperator<String> mask) {
        return value != null && mask.apply(value).equals(value) ? field.withInitial(value) : field;
    }

    private static String sentence(ParameterForm form, RecordedAct approval, UnaryOperator<String> mask) {
        return Mrkdwn.bold(approval.name()) + " has approved with "
                + form.fields().stream()
                        .filter(field -> approval.given().containsKey(field.name()))
                        .map(field -> Mrkdwn.quoted(
                                field.name() + " = "
                                        + mask.apply(approval.given().get(field.name())),
                                MAX_VALUE))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
