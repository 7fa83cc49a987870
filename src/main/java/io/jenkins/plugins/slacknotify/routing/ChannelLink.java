package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a channel as Slack's <i>Copy link</i> gives it, or as Slack shows a channel in a text. People paste it where a channel is
 * asked for.
 */
public final class ChannelLink {
    private static final String ID = SlackId.regex(SlackId.CHANNEL, SlackId.GROUP, SlackId.DIRECT_MESSAGE);

    /**
     * {@code https://acme.slack.com/archives/C024BE91L}, also with a message after it, and
     * {@code https://app.slack.com/client/T024BE7LD/C024BE91L}.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[a-z0-9.-]*slack(?:-gov)?\\.com/(?:archives|client/[TE][A-Z0-9]+)/(" + ID + ")(?:[/?#].*)?");

    /** {@code <#C024BE91L|builds>}, the channel in Slack's own markup. */
    private static final Pattern MARKUP = Pattern.compile("<#(" + ID + ")(?:\\|[^>]*)?>");

    private ChannelLink() {}

    /** Returns the id of the channel where a text is the link of a channel. Any other text is returned unchanged. */
    public static String idOr(String written) {
        String given = written.strip();
        for (Pattern pattern : new Pattern[] {ADDRESS, MARKUP}) {
            Matcher link = pattern.matcher(given);
            if (link.matches()) {
                return link.group(1);
            }
        }
        return written;
    }
}
