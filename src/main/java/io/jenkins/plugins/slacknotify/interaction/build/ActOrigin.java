package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * Whom an act is done for, and by which request. Its effect in Jenkins carries the request's id, so that it is found again
 * after a crash.
 *
 * @param account the id of the account as which the act is done
 * @param request the id of the request from Slack
 * @param member the id of the member of Slack; empty where it is not known
 */
public record ActOrigin(String account, String request, String member) {
    public ActOrigin {
        requireNonNull(account, "account");
        requireNonNull(request, "request");
        requireNonNull(member, "member");
    }

    /** Makes the origin of what an account does by a request. */
    public static ActOrigin of(String account, RequestOrigin request) {
        String member = request.userId();
        return new ActOrigin(account, request.id(), member == null ? "" : member);
    }
}
