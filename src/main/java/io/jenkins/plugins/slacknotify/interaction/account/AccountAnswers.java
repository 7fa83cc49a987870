package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Instant;
import java.util.function.Function;

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
        return withHelp(none.sentence(), none.help());
    }

    /**
     * Says something to the member alone, with the button that helps.
     *
     * @param sentence in mrkdwn
     * @param help null for no button
     */
    public static Answer withHelp(String sentence, @CheckForNull MemberAccount.HelpLink help) {
        Answer answer = Answer.ephemeral(sentence);
        return help == null
                ? answer
                : answer.withBlocks(Blocks.start()
                        .section(sentence)
                        .linkButton(help.label(), help.url())
                        .json());
    }

    /**
     * Does something for the account of the member who asks, or says why there is none.
     *
     * @param unavailable the result where the security realm does not answer
     */
    public static ActResult forMember(
            MemberAccounts accounts,
            RequestOrigin origin,
            ActResult unavailable,
            Function<MemberAccount.Linked, ActResult> act) {
        try {
            MemberAccount account = accounts.of(origin);
            return account instanceof MemberAccount.Linked member
                    ? act.apply(member)
                    : ActResult.answered(refusal((MemberAccount.None) account));
        } catch (AccountsUnavailableException e) {
            return unavailable;
        }
    }
}
