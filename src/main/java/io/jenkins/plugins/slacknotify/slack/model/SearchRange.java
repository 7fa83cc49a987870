package io.jenkins.plugins.slacknotify.slack.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;

/**
 * The part of a channel's history in which a message is looked for whose answer was lost.
 *
 * @param channel the channel's id; Slack takes neither a name nor a user's id here
 * @param threadTs the timestamp of the thread's first message, or null to look in the channel itself
 * @param from when the message was sent at the earliest; a few minutes of clock difference are allowed for
 * @param until when it was sent at the latest; likewise, and for a while in which Slack may still have worked on it
 */
public record SearchRange(String channel, @CheckForNull String threadTs, Instant from, Instant until) {

    /**
     * Returns this range over a longer time.
     *
     * @param earlier zero or negative
     * @param later zero or positive
     */
    public SearchRange with(Duration earlier, Duration later) {
        return new SearchRange(channel, threadTs, from.plus(earlier), until.plus(later));
    }

    /** Returns the range of the same time in the channel itself, outside of any thread. */
    public SearchRange inChannel() {
        return new SearchRange(channel, null, from, until);
    }
}
