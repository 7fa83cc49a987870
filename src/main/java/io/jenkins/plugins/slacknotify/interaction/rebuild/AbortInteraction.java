package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.StopAnswers;
import io.jenkins.plugins.slacknotify.interaction.form.ReasonInteraction;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;

/** Stops builds, once its form has asked for a reason. */
public final class AbortInteraction extends ReasonInteraction {
    private static final String CALLBACK = "slack-notify.build.abort.form";

    private final RebuildControl runs;

    public AbortInteraction(MemberAccounts accounts, ButtonSeal seal, RebuildControl runs, Modals modals) {
        super(accounts, seal, ButtonAction.ABORT_WITH_REASON, ButtonAction.ABORT, modals, CALLBACK);
        this.runs = runs;
    }

    @Override
    protected Lookup lookUp(ButtonTarget build, MemberAccount.Linked member) {
        return runs.refusal(member.id(), ButtonAction.ABORT, build)
                .<Lookup>map(refusal ->
                        new Lookup.Sentence(RebuildAnswers.sentence(ButtonAction.ABORT, build, member, refusal)))
                .orElseGet(() -> new Lookup.Found(build.build().toString(), "Abort", build, "The build is stopped."));
    }

    @Override
    protected ActResult end(ActTrace trace, ButtonTarget build, MemberAccount.Linked member) {
        RebuildResult result = runs.abort(trace, build);
        return result instanceof RebuildResult.NotYet
                ? StopAnswers.later(PressAnswers.name(build))
                : ActResult.answered(RebuildAnswers.answer(ButtonAction.ABORT, build, member, result));
    }
}
