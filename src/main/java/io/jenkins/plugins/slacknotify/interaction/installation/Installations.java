package io.jenkins.plugins.slacknotify.interaction.installation;

import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;

/**
 * The port to what sends messages by the bots of this Jenkins. Called on a thread that may block; each method may be called again
 * for the same report.
 */
public interface Installations {
    /** The result of {@link #checkTokens}. */
    enum TokenCheck {
        /** Slack takes all tokens. */
        ALL_WORK,
        /** Slack does not take at least one of them. Nothing is sent by its bot any more, and administrators are alerted. */
        SOME_DEAD,
        /** Slack did not answer for at least one of them. */
        UNKNOWN
    }

    /**
     * Asks Slack about each configured bot token, stops those bots whose token is worth nothing, and lets those send again whose
     * token works.
     *
     * <p>Slack's reports name neither tokens nor their order, and come again minutes later; so they are a reason to ask, and no
     * more. A late report of an earlier installation harms nobody.
     */
    TokenCheck checkTokens();

    /** Lets the bots send again that an organisation has added to workspaces. */
    void accessGranted(InstallationChange.AccessGranted change);

    /** Stops the bots that an organisation has removed from workspaces. Slack cannot be asked about that. */
    void accessRevoked(InstallationChange.AccessRevoked change);

    /** Takes in what has become of a channel. */
    void channelChanged(ChannelChange change);
}
