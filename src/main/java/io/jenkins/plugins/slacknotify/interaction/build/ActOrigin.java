package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;

/**
 * The person for whom an act is done, and the request that asked for it. Its effect in Jenkins carries the request's id, so that it is
 * found again after a crash.
 *
 * @param account the id of the account as which the act is done
 * @param request the id of the request from Slack
 * @param member the id of the member of Slack; empty where it is not known
 * @param channel the id of the conversation in which it was asked for; null where there is none
 * @param reason why, in the person's own words and in one line; null where they have given no reason
 */
public record ActOrigin(
        String account,
        String request,
        String member,
        @CheckForNull String channel,
        @CheckForNull String reason) {
    /** The longest reason that is kept, in characters. */
    public static final int MAX_REASON = 500;

    /** The reason becomes one line, so that nobody writes a line of their own into the log of a build by it. */
    public ActOrigin {
        requireNonNull(account, "account");
        requireNonNull(request, "request");
        requireNonNull(member, "member");
        String line = reason == null ? "" : PlainText.line(reason).strip();
        reason = line.isEmpty() ? null : Excerpt.truncate(line, MAX_REASON);
    }

    /** Creates the origin of an act for which there is no reason. */
    public ActOrigin(String account, String request, String member, @CheckForNull String channel) {
        this(account, request, member, channel, null);
    }

    /** Returns this origin with another conversation, as a form does not say where its button stands. */
    public ActOrigin withChannel(@CheckForNull String newChannel) {
        return new ActOrigin(account, request, member, newChannel, reason);
    }

    /** Returns this origin with a reason. @param newReason what was typed; blank for none */
    public ActOrigin withReason(String newReason) {
        return new ActOrigin(account, request, member, channel, newReason);
    }

    public static ActOrigin of(String account, RequestOrigin request) {
        String member = request.userId();
        return new ActOrigin(account, request.id(), member == null ? "" : member, request.channelId());
    }
}
