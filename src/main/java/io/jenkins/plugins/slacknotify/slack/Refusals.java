package io.jenkins.plugins.slacknotify.slack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a {@link Refusal} of an error reply. */
final class Refusals {

    private static final Pattern ID = Pattern.compile("[CDGUW][0-9A-Z]{5,}");
    private static final int MOST_DETAILS = 5;

    private Refusals() {}

    static Refusal of(String error, Reply reply, @CheckForNull String channel) {
        @CheckForNull String needed = reply.text("needed").map(PlainText::of).orElse(null);
        @CheckForNull
        String provided = reply.text("provided").map(PlainText::of).orElse(null);
        String remedy = Remedies.forError(error)
                .replace(Remedies.CHANNEL, display(channel))
                .replace(Remedies.NEEDED, needed == null ? "that this needs" : needed);
        return new Refusal(error, remedy + details(reply), needed, provided);
    }

    /** A server that refused and is, to judge by its answer, not Slack. */
    static Refusal ofStatus(int status, String host) {
        String remedy = "The server at " + host + " answered HTTP " + status + ", which Slack's API does not. Check the"
                + " Slack API URL, and whether a proxy or firewall stands in the way.";
        return new Refusal("http_" + status, remedy, null, null);
    }

    /** Slack tells what it dislikes in a message in {@code errors}, in {@code response_metadata.messages}, or in both. */
    private static String details(Reply reply) {
        List<String> details = Stream.concat(
                        reply.texts("errors"), reply.object("response_metadata").texts("messages"))
                .map(PlainText::of)
                .distinct()
                .limit(MOST_DETAILS)
                .toList();
        return details.isEmpty() ? "" : " Slack says: " + String.join("; ", details);
    }

    private static String display(@CheckForNull String channel) {
        if (channel == null) {
            return "the channel";
        }
        return channel.startsWith("#") || ID.matcher(channel).matches() ? channel : "#" + channel;
    }
}
