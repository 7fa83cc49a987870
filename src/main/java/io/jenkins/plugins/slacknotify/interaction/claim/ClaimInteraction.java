package io.jenkins.plugins.slacknotify.interaction.claim;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonInteraction;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.interaction.press.PressCheck;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.Set;

/** Notes who looks after a bad build. The message of the build says it to everybody. */
public final class ClaimInteraction extends ButtonInteraction {
    private static final int MAX_NAME = 100;

    private final ClaimControl claims;

    public ClaimInteraction(MemberAccounts accounts, ButtonSeal seal, ClaimControl claims) {
        super(accounts, seal, Set.of(ButtonAction.CLAIM, ButtonAction.RELEASE));
        this.claims = claims;
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        ActTrace trace = press.traceOf(member);
        ClaimResult result = press.action() == ButtonAction.CLAIM
                ? claims.claim(trace, press.target())
                : claims.release(trace, press.target());
        return answer(press, result);
    }

    @Override
    protected PressCheck check(ButtonPress press, MemberAccount.Linked member) {
        return PressCheck.of(
                claims.refusal(member.id(), press.action(), press.target()).map(result -> answer(press, result)));
    }

    private static ActResult answer(ButtonPress press, ClaimResult result) {
        String build = PressAnswers.name(press.target());
        if (result instanceof ClaimResult.Done) {
            return ActResult.say(
                    press.action() == ButtonAction.CLAIM
                            ? "You look after " + build
                                    + ". Its message says so, and nobody is mentioned while it stays bad."
                            : "Nobody looks after " + build + " any more.");
        }
        if (result instanceof ClaimResult.Taken taken) {
            return ActResult.say(Mrkdwn.bold(taken.by(), MAX_NAME) + " looks after " + build + " already.");
        }
        if (result instanceof ClaimResult.NotBad) {
            return ActResult.say("Nothing was done: there is nothing to look after in " + build
                    + " any more, as its job is good again.");
        }
        return ActResult.say(
                result instanceof ClaimResult.NobodyHas
                        ? "Nothing was done: nobody looks after " + build + "."
                        : PressAnswers.missing(press.target()));
    }
}
