package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonInteraction;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs builds again, and stops them: <em>Run again</em>, <em>Abort</em>, and what the answers to these offer.
 *
 * <p>An act is answered to the one who has pressed alone; what becomes of the build shows in its message.
 */
public final class RebuildInteraction extends ButtonInteraction {
    private static final Set<ButtonAction> BUTTONS =
            Set.of(ButtonAction.RUN_AGAIN, ButtonAction.ABORT, ButtonAction.CANCEL);

    private final RunControl runs;

    public RebuildInteraction(MemberAccounts accounts, RunControl runs) {
        super(accounts, BUTTONS);
        this.runs = runs;
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        ActTrace trace = press.traceOf(member);
        ButtonTarget build = press.target();
        RunResult result =
                switch (press.action()) {
                    case RUN_AGAIN -> runs.runAgain(trace, build);
                    case CANCEL -> runs.cancel(trace, build);
                    default -> runs.abort(trace, build);
                };
        return ActResult.answered(answer(press, member, result));
    }

    /** A build that was started carries the request. What stops a build may be done twice. */
    @Override
    protected Optional<ActResult> alreadyDone(ButtonPress press, MemberAccount.Linked member) {
        return press.action() == ButtonAction.RUN_AGAIN
                ? runs.started(press.traceOf(member), press.target())
                        .map(started -> ActResult.answered(started(press.target(), started)))
                : Optional.empty();
    }

    private static Answer answer(ButtonPress press, MemberAccount.Linked member, RunResult result) {
        ButtonTarget build = press.target();
        String name = PressAnswers.name(build);
        if (result instanceof RunResult.Started started) {
            return started(build, started);
        }
        if (result instanceof RunResult.Stopped) {
            return Answer.ephemeral(name + " was told to stop.");
        }
        if (result instanceof RunResult.Cancelled) {
            return Answer.ephemeral("It was taken out of the queue.");
        }
        if (result instanceof RunResult.AlreadyOver) {
            return Answer.ephemeral(
                    press.action() == ButtonAction.CANCEL
                            ? "Nothing was done: it is not in the queue any more."
                            : "Nothing was done: " + name + " has ended already.");
        }
        if (result instanceof RunResult.Refused refused) {
            return Answer.ephemeral(PressAnswers.refusal(refused.why(), member));
        }
        return Answer.ephemeral(
                result instanceof RunResult.CannotRepeat cannot
                        ? "Nothing was done: " + cannot.why()
                        : PressAnswers.missing(build));
    }

    private static Answer started(ButtonTarget build, RunResult.Started started) {
        ButtonTarget queued = new ButtonTarget(build.build(), String.valueOf(started.queueId()));
        return offering(
                PressAnswers.name(build) + " runs again " + started.how() + ".",
                List.of(button("Take it back", ButtonAction.CANCEL, queued)));
    }

    private static Answer offering(String sentence, List<Optional<Blocks.Button>> buttons) {
        return Answer.ephemeral(sentence)
                .withBlocks(Blocks.start()
                        .section(sentence)
                        .buttons(buttons.stream().flatMap(Optional::stream).toList())
                        .json());
    }

    private static Optional<Blocks.Button> button(String label, ButtonAction action, ButtonTarget target) {
        return target.value().map(value -> new Blocks.Button(label, action.id(), value));
    }
}
