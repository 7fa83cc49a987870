package io.jenkins.plugins.slacknotify.interaction.command;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;

/**
 * A call of a command.
 *
 * @param account for which the member acts
 * @param here the build in whose thread it was typed; null elsewhere
 */
record CommandCall(
        RequestOrigin origin,
        CommandLine line,
        MemberAccount.Linked account,
        @CheckForNull BuildReference here) {
    CommandCall {
        requireNonNull(origin, "origin");
        requireNonNull(line, "line");
        requireNonNull(account, "account");
    }

    /** Returns the id of the account. */
    String as() {
        return account.id();
    }

    /** Returns how the member is mentioned. */
    String member() {
        return "<@" + origin.userId() + ">";
    }

    ActOrigin act() {
        return ActOrigin.of(account.id(), origin);
    }
}
