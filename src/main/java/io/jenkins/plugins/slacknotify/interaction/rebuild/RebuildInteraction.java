package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.build.StopAnswers;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonInteraction;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.interaction.press.PressCheck;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Optional;
import java.util.Set;

/**
 * Runs builds again, and stops them: <em>Run again</em>, <em>Abort</em>, and what the answers to these offer.
 *
 * <p>An act is answered to the one who has pressed alone; what becomes of the build shows in its message.
 */
public final class RebuildInteraction extends ButtonInteraction {
    private static final Set<ButtonAction> BUTTONS = Set.of(
            ButtonAction.RUN_AGAIN, ButtonAction.ABORT, ButtonAction.TERMINATE, ButtonAction.KILL, ButtonAction.CANCEL);

    private final RebuildControl runs;

    public RebuildInteraction(MemberAccounts accounts, ButtonSeal seal, RebuildControl runs) {
        super(accounts, seal, BUTTONS);
        this.runs = runs;
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        ActTrace trace = press.traceOf(member);
        ButtonTarget build = press.target();
        RebuildResult result =
                switch (press.action()) {
                    case RUN_AGAIN -> runs.runAgain(trace, build);
                    case CANCEL -> runs.cancel(trace, build);
                    case TERMINATE -> runs.terminate(trace, build);
                    case KILL -> runs.kill(trace, build);
                    default -> runs.abort(trace, build);
                };
        return result instanceof RebuildResult.NotYet
                ? StopAnswers.later(PressAnswers.name(build))
                : answer(press, member, result);
    }

    private static ActResult answer(ButtonPress press, MemberAccount.Linked member, RebuildResult result) {
        return ActResult.answered(RebuildAnswers.answer(press.action(), press.target(), member, result));
    }

    @Override
    protected PressCheck check(ButtonPress press, MemberAccount.Linked member) {
        return PressCheck.of(
                runs.refusal(member.id(), press.action(), press.target()).map(result -> answer(press, member, result)));
    }

    @Override
    protected boolean doesSomethingEachTime(ButtonPress press) {
        return press.action() == ButtonAction.RUN_AGAIN;
    }

    /** Finds the build that a request has started, which carries the id of the request. Stopping a build twice is harmless. */
    @Override
    protected Optional<ActResult> effectOf(RequestMark request, ButtonAction action, ButtonTarget target) {
        return action == ButtonAction.RUN_AGAIN
                ? runs.started(request, target)
                        .map(started -> ActResult.answered(RebuildAnswers.started(target, started)))
                : Optional.empty();
    }
}
