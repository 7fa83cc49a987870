package io.jenkins.plugins.slacknotify.control;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.lifecycle.ChannelNames;
import io.jenkins.plugins.slacknotify.lifecycle.act.StatedReason;
import jenkins.model.CauseOfInterruption;

/** The line in the log of a build that it was stopped from Slack, and by which member. Stored with the build. */
public final class SlackInterruption extends CauseOfInterruption implements StatedReason {
    private static final long serialVersionUID = 1L;

    private final String member;

    /** The name of the channel or its id; null or empty where it is not known, as in a file of an earlier version. */
    @CheckForNull
    private final String channel;

    /** Why the member has stopped it; null where that is not known, as in a file of an earlier version. */
    @CheckForNull
    private final String reason;

    public SlackInterruption(ActOrigin origin) {
        this.member = origin.member();
        this.channel = ChannelNames.label(origin.channel());
        this.reason = origin.reason();
    }

    @CheckForNull
    @Override
    public String reason() {
        return reason;
    }

    @Override
    public String getShortDescription() {
        String where = channel == null || channel.isEmpty() ? "Slack" : "Slack " + channel;
        return reason == null
                ? Messages.SlackInterruption_description(where, member)
                : Messages.SlackInterruption_reason(where, member, reason);
    }
}
