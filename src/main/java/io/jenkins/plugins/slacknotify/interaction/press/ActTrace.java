package io.jenkins.plugins.slacknotify.interaction.press;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;

/**
 * The origin of an act, as the build's log and its page show it for as long as the build is kept.
 *
 * @param origin whom it is done for, and by which request
 * @param name the name of the account's owner, for people
 * @param channel the conversation of Slack in which the button stands; null where there is none, as in a form
 * @param message Slack's timestamp of the message; null where there is none
 */
public record ActTrace(
        ActOrigin origin,
        String name,
        @CheckForNull String channel,
        @CheckForNull String message) {
    /**
     * The name becomes one line, so that nobody writes a line of their own into the log of a build by it: Jenkins takes any text for the
     * name of an account.
     */
    public ActTrace {
        requireNonNull(origin, "origin");
        name = PlainText.line(name);
    }

    /** Returns this trace with a reason. @param reason as in {@link ActOrigin#withReason} */
    public ActTrace withReason(String reason) {
        return new ActTrace(origin.withReason(reason), name, channel, message);
    }

    /**
     * Describes it in plain text, for a log.
     *
     * @param channelName the name of the channel, with its {@code #}; empty where it is not known
     */
    public String describe(String channelName) {
        StringBuilder text =
                new StringBuilder(name).append(" (").append(origin.account()).append(") from Slack");
        if (!channelName.isEmpty()) {
            text.append(' ').append(channelName);
        }
        if (!origin.member().isEmpty()) {
            text.append(", member ").append(origin.member());
        }
        if (channel != null) {
            text.append(", channel ").append(channel);
        }
        if (message != null) {
            text.append(", message ").append(message);
        }
        if (origin.reason() != null) {
            text.append("; reason: ").append(origin.reason());
        }
        return text.toString();
    }
}
