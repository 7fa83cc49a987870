package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * The person for whom an act is done, and the request that asked for it. Its effect in Jenkins carries the request's id, so that it is
 * found again after a crash.
 *
 * @param account the id of the account as which the act is done
 * @param request the id of the request from Slack
 * @param member the id of the member of Slack; empty where it is not known
 * @param channel the id of the conversation in which it was asked for; null where there is none
 */
public record ActOrigin(
        String account,
        String request,
        String member,
        @CheckForNull String channel) {
    public ActOrigin {
        requireNonNull(account, "account");
        requireNonNull(request, "request");
        requireNonNull(member, "member");
    }

    /** Returns this origin with another conversation, as a form does not say where its button stands. */
    public ActOrigin withChannel(@CheckForNull String newChannel) {
        return new ActOrigin(account, request, member, newChannel);
    }

    public static ActOrigin of(String account, RequestOrigin request) {
        String member = request.userId();
        return new ActOrigin(account, request.id(), member == null ? "" : member, request.channelId());
    }
}
