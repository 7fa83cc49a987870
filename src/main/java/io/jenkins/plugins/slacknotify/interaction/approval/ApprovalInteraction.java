package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.form.FormInteraction;
import io.jenkins.plugins.slacknotify.interaction.form.FormSubmission;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressCheck;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers questions of pipelines: <em>Approve</em>, <em>Answer…</em> with its form, and <em>Reject</em> without one.
 *
 * <p>What comes of it shows in the message itself, for everybody, whoever has answered on whatever way: the engine changes it when
 * the pipeline goes on. Here only the one who has pressed is answered.
 */
public final class ApprovalInteraction extends FormInteraction {
    private static final Set<ButtonAction> BUTTONS =
            Set.of(ButtonAction.APPROVE, ButtonAction.ANSWER, ButtonAction.REJECT);
    private static final String CALLBACK = "slack-notify.approval.form";

    private final InputControl inputs;

    public ApprovalInteraction(MemberAccounts accounts, ButtonSeal seal, InputControl inputs, Modals modals) {
        super(accounts, seal, BUTTONS, modals, CALLBACK);
        this.inputs = inputs;
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        ButtonTarget question = press.target();
        return switch (press.action()) {
            case REJECT ->
                ApprovalAnswers.answer(question, member, inputs.reject(press.traceOf(member), question), false);
            case ANSWER -> openForm(press, member);
            default -> approve(press, member);
        };
    }

    /** Tests whether the button names no particular question: a second press would answer the next question then. */
    @Override
    protected boolean doesSomethingEachTime(ButtonPress press) {
        return press.target().node() == null;
    }

    /** {@inheritDoc} One that names no question stands below that for which its author has made it, and that may have ended since. */
    @Override
    protected boolean mayMeanAnother(ButtonPress press) {
        return press.target().node() == null && inputs.isAnyPast(press.target());
    }

    private ActResult approve(ButtonPress press, MemberAccount.Linked member) {
        InputResult result = inputs.approve(press.traceOf(member), press.target(), Map.of());
        // A job's author may have written the button, or the step has been changed.
        return result instanceof InputResult.NeedsValues
                ? openForm(press, member)
                : ApprovalAnswers.answer(press.target(), member, result, true);
    }

    @Override
    protected PressCheck check(ButtonPress press, MemberAccount.Linked member) {
        boolean isRejection = press.action() == ButtonAction.REJECT;
        InputLookup found = isRejection
                ? inputs.findToReject(member.id(), press.target())
                : inputs.find(member.id(), press.target());
        return found instanceof InputLookup.Waiting waiting
                ? new PressCheck.Possible(waiting.form().message(), waiting.question())
                : new PressCheck.Impossible(ApprovalAnswers.answer(
                        press.target(), member, ((InputLookup.NotForYou) found).reason(), !isRejection));
    }

    /** Returns the form with the name of its build, as a button that anybody may have written may have opened it. */
    private static ParameterForm withBuildName(InputLookup.Waiting waiting) {
        ParameterForm form = waiting.form();
        return new ParameterForm(ApprovalAnswers.name(waiting), form.okLabel(), form.fields(), form.note());
    }

    private ActResult openForm(ButtonPress press, MemberAccount.Linked member) {
        return openForm(press, "Press again, or answer on the build's page in Jenkins.", () -> {
            InputLookup found = inputs.find(member.id(), press.target());
            return found instanceof InputLookup.Waiting waiting
                    ? new FormContent.Form(withBuildName(waiting), waiting.question())
                    : new FormContent.Sentence(ApprovalAnswers.sentence(
                            press.target(), member, ((InputLookup.NotForYou) found).reason(), true));
        });
    }

    @Override
    protected Optional<ActResult> effectOf(RequestMark request, ButtonAction action, ButtonTarget question) {
        return effectOf(request, question);
    }

    @Override
    protected Optional<ActResult> effectOf(RequestMark request, ButtonTarget question) {
        return ApprovalAnswers.earlier(inputs, request, question);
    }

    @Override
    protected ActResult submitted(FormSubmission submission, MemberAccount.Linked member) {
        ButtonTarget question = submission.target();
        InputLookup found = inputs.find(member.id(), question);
        InputResult result = found instanceof InputLookup.Waiting waiting
                ? approve(submission, waiting)
                : ((InputLookup.NotForYou) found).reason();
        return ApprovalAnswers.answer(question, member, result, true);
    }

    /** The form names the step that it shows, whatever the button does. The fields of that may have been changed meanwhile. */
    private InputResult approve(FormSubmission submission, InputLookup.Waiting waiting) {
        ParameterForm form = waiting.form();
        return submission.fits(form)
                ? inputs.approve(submission.trace(), waiting.question(), submission.values(form))
                : new InputResult.Invalid("The question has changed since the form was opened. Press again.");
    }
}
