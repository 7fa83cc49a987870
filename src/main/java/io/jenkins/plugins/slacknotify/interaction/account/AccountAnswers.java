package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import java.time.Instant;

/** The answers to members about their account, or about why they may act for none. */
public final class AccountAnswers {
    private static final int MAX_NAME = 100;

    private AccountAnswers() {}

    /** Says which account a member is, and as of when its groups are known; a line of mrkdwn. */
    public static String introduction(MemberAccount.Linked linked) {
        Instant groupsAsOf = linked.groupsAsOf();
        return "You are *" + Mrkdwn.line(linked.id(), MAX_NAME) + "* (" + Mrkdwn.line(linked.name(), MAX_NAME)
                + ") in Jenkins." + asOf(groupsAsOf);
    }

    private static String asOf(@CheckForNull Instant groupsAsOf) {
        if (groupsAsOf == null) {
            return "";
        }
        return groupsAsOf.equals(Instant.EPOCH)
                ? " Your groups are those of your last sign-in. Jenkins does not know when that was: Slack Notify has seen none yet."
                : " Your groups are those of your sign-in on " + DateMarkup.local(groupsAsOf) + ".";
    }

    /** Says to the member alone why nothing was done, with the button that helps. */
    public static Answer refusal(MemberAccount.None none) {
        Answer answer = Answer.ephemeral(none.sentence());
        MemberAccount.HelpLink help = none.help();
        return help == null
                ? answer
                : answer.withBlocks(Blocks.start()
                        .section(none.sentence())
                        .linkButton(help.label(), help.url())
                        .json());
    }
}
