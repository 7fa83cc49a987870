package io.jenkins.plugins.slacknotify.interaction.follow;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonInteraction;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.interaction.press.PressCheck;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import java.util.Set;

/** Has the message of a running build show how far it is, or show it no more. */
public final class FollowInteraction extends ButtonInteraction {
    private final FollowControl follows;

    public FollowInteraction(MemberAccounts accounts, ButtonSeal seal, FollowControl follows) {
        super(accounts, seal, Set.of(ButtonAction.FOLLOW, ButtonAction.UNFOLLOW));
        this.follows = follows;
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        return answer(press, change(press, member));
    }

    @Override
    protected PressCheck check(ButtonPress press, MemberAccount.Linked member) {
        return PressCheck.of(follows.refusal(member.id(), press.target()).map(result -> answer(press, result)));
    }

    private static ActResult answer(ButtonPress press, FollowControl.Result result) {
        String build = PressAnswers.name(press.target());
        return ActResult.say(
                switch (result) {
                    case FOLLOWED -> "The message of " + build + " shows how far it is, up to its end.";
                    case UNFOLLOWED -> "The message of " + build + " does not show any more how far it is.";
                    case OVER -> "Nothing was done: " + build + " has ended already.";
                    case NO_SUCH_BUILD -> PressAnswers.missing(press.target());
                });
    }

    private FollowControl.Result change(ButtonPress press, MemberAccount.Linked member) {
        return press.action() == ButtonAction.UNFOLLOW
                ? follows.unfollow(press.traceOf(member), press.target())
                : follows.follow(press.traceOf(member), press.target());
    }
}
