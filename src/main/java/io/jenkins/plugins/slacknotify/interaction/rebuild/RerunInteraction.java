package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.form.FormInteraction;
import io.jenkins.plugins.slacknotify.interaction.form.FormSubmission;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Optional;
import java.util.Set;

/**
 * Runs builds again otherwise than they were, after a form: with other parameters, or from a stage.
 *
 * <p>What an interrupted attempt has started is found again by the request.
 */
public final class RerunInteraction extends FormInteraction {
    private final ButtonAction action;
    private final RerunControl runs;
    private final Way way;

    private RerunInteraction(
            MemberAccounts accounts, ButtonSeal seal, ButtonAction action, Modals modals, RerunControl runs, Way way) {
        super(accounts, seal, Set.of(action), modals, action.id());
        this.action = action;
        this.runs = runs;
        this.way = way;
    }

    /** Makes the interaction that runs a build again with other parameters. */
    public static RerunInteraction withChanges(
            MemberAccounts accounts, ButtonSeal seal, RerunControl runs, Modals modals) {
        return new RerunInteraction(accounts, seal, ButtonAction.RUN_CHANGED, modals, runs, new Way() {
            @Override
            public RerunForm form(String account, ButtonTarget build) {
                return runs.parameters(account, build);
            }

            @Override
            public RebuildResult run(FormSubmission submission, RerunForm.Possible asked) {
                return runs.runChanged(submission.trace(), submission.target(), submission.values(asked.form()));
            }
        });
    }

    /** Makes the interaction that runs a declarative pipeline again from a stage. */
    public static RerunInteraction fromStage(
            MemberAccounts accounts, ButtonSeal seal, RerunControl runs, Modals modals) {
        return new RerunInteraction(accounts, seal, ButtonAction.RUN_FROM_STAGE, modals, runs, new Way() {
            @Override
            public RerunForm form(String account, ButtonTarget build) {
                return runs.stages(account, build);
            }

            @Override
            public RebuildResult run(FormSubmission submission, RerunForm.Possible asked) {
                String stage = submission.values(asked.form()).getOrDefault(RerunControl.STAGE, "");
                return runs.runFromStage(submission.trace(), submission.target(), stage);
            }
        });
    }

    private interface Way {
        RerunForm form(String account, ButtonTarget build);

        RebuildResult run(FormSubmission submission, RerunForm.Possible asked);
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        return openForm(press, "Press again, or use the build's page in Jenkins.", () -> {
            RerunForm found = way.form(member.id(), press.target());
            return found instanceof RerunForm.Possible possible
                    ? new FormContent.Form(possible.form(), press.target())
                    : new FormContent.Sentence(RebuildAnswers.sentence(
                            action, press.target(), member, ((RerunForm.NotPossible) found).reason()));
        });
    }

    @Override
    protected ActResult submitted(FormSubmission submission, MemberAccount.Linked member) {
        RerunForm found = way.form(member.id(), submission.target());
        if (found instanceof RerunForm.NotPossible impossible) {
            return answer(submission, member, impossible.reason());
        }
        RerunForm.Possible asked = (RerunForm.Possible) found;
        if (!submission.fits(asked.form())) {
            return answer(
                    submission,
                    member,
                    new RebuildResult.CannotRepeat(
                            "what can be filled in was changed since the form was opened. Open it again."));
        }
        return submission.isSecond().getAsBoolean()
                ? ActResult.silent()
                : answer(submission, member, way.run(submission, asked));
    }

    private ActResult answer(FormSubmission submission, MemberAccount.Linked member, RebuildResult result) {
        return ActResult.answered(RebuildAnswers.answer(action, submission.target(), member, result));
    }

    @Override
    protected Optional<ActResult> effectOf(RequestMark request, ButtonTarget target) {
        return runs.started(request, target)
                .map(started -> ActResult.answered(RebuildAnswers.started(target, started)));
    }
}
