package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;

/** The answers to members who may act for no account. */
public final class AccountAnswers {
    private AccountAnswers() {}

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
