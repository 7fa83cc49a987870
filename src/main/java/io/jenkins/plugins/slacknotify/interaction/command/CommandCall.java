package io.jenkins.plugins.slacknotify.interaction.command;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;

/**
 * A call of a command.
 *
 * @param account for which the member acts
 * @param here the builds of the message in whose thread or menu it was called
 * @param takesForms whether Slack allows that a form is opened in answer, even if only for some seconds; it never does for what is
 *     typed in a message
 * @param channelName the name of the channel in which it was typed, without {@code #}; null where Slack does not say it
 * @param choice what it has chosen to have its effect on
 */
public record CommandCall(
        RequestOrigin origin,
        CommandLine line,
        MemberAccount.Linked account,
        ContextBuilds here,
        boolean takesForms,
        @CheckForNull String channelName,
        ActChoice choice) {
    public String as() {
        return account.id();
    }

    /** Returns how the member is mentioned. */
    public String member() {
        return "<@" + origin.userId() + ">";
    }

    public ActOrigin act() {
        return ActOrigin.of(account.id(), origin);
    }

    /** Returns the mark by which the effect of this call is found again. */
    public RequestMark mark() {
        return RequestMark.of(origin);
    }

    public CommandCall withLine(CommandLine newLine) {
        return new CommandCall(origin, newLine, account, here, takesForms, channelName, choice);
    }
}
