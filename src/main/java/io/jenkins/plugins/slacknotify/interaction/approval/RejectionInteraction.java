package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.form.ReasonInteraction;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Optional;

/** Rejects questions of pipelines, once its form has asked for a reason. */
public final class RejectionInteraction extends ReasonInteraction {
    private static final String CALLBACK = "slack-notify.approval.rejection";

    private final InputControl inputs;

    public RejectionInteraction(MemberAccounts accounts, ButtonSeal seal, InputControl inputs, Modals modals) {
        super(accounts, seal, ButtonAction.REJECT_WITH_REASON, ButtonAction.REJECT, modals, CALLBACK);
        this.inputs = inputs;
    }

    @Override
    protected Lookup lookUp(ButtonTarget question, MemberAccount.Linked member) {
        InputLookup found = inputs.findToReject(member.id(), question);
        return found instanceof InputLookup.Waiting waiting
                ? new Lookup.Found(
                        ApprovalAnswers.name(waiting),
                        waiting.form().okLabel(),
                        waiting.question(),
                        "The pipeline gets no answer, and ends unless it is written to go on.")
                : new Lookup.Sentence(
                        ApprovalAnswers.sentence(question, member, ((InputLookup.NotForYou) found).reason(), false));
    }

    @Override
    protected ActResult end(ActTrace trace, ButtonTarget question, MemberAccount.Linked member) {
        return ApprovalAnswers.answer(question, member, inputs.reject(trace, question), false);
    }

    @Override
    protected Optional<ActResult> effectOf(RequestMark request, ButtonTarget question) {
        return ApprovalAnswers.earlier(inputs, request, question);
    }
}
