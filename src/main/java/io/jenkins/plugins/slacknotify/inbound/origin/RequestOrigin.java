package io.jenkins.plugins.slacknotify.inbound.origin;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * The origin of a request from Slack, and how it is answered.
 *
 * @param id names the request for ever, however often and by whatever transport it comes: letters and digits. An effect
 *     in Jenkins carries it, so that it is never done twice
 * @param channelId the conversation in which it was asked ({@code C…}, {@code D…} or {@code G…}), or which it is about;
 *     null where there is none, as in the home tab
 * @param receivedAt by the clock of this Jenkins
 */
public record RequestOrigin(
        String id,
        InstallationKey installation,
        Requester requester,
        @CheckForNull String channelId,
        ReplyTicket ticket,
        Transport transport,
        Instant receivedAt) {

    public RequestOrigin {
        requireNonNull(id, "id");
        requireNonNull(installation, "installation");
        requireNonNull(requester, "requester");
        requireNonNull(ticket, "ticket");
        requireNonNull(transport, "transport");
        requireNonNull(receivedAt, "receivedAt");
    }

    /** Returns the member who asks; null where no person does. */
    @CheckForNull
    public String userId() {
        return requester.userId();
    }

    /**
     * Returns whether the member surely belongs to another organisation, and sees the app in a shared channel (Slack
     * Connect). In an organisation of Enterprise Grid that is not known from a request alone, as its workspaces have ids
     * of their own; there the result is false, and only a linked account tells.
     */
    public boolean isFromOutside() {
        String home = requester.teamId();
        return home != null
                && installation.enterpriseId() == null
                && installation.teamId() != null
                && !home.equals(installation.teamId());
    }

    /**
     * Returns this origin in another conversation, without a ticket, as that leads to where it was asked.
     *
     * @param newChannelId null for none
     */
    public RequestOrigin in(@CheckForNull String newChannelId) {
        return new RequestOrigin(id, installation, requester, newChannelId, ReplyTicket.NONE, transport, receivedAt);
    }

    public RequestOrigin withTicket(ReplyTicket newTicket) {
        return new RequestOrigin(id, installation, requester, channelId, newTicket, transport, receivedAt);
    }
}
