package io.jenkins.plugins.slacknotify.slack.refusal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import java.util.List;
import java.util.stream.Stream;

/** Makes a {@link Refusal} of an error reply. */
public final class Refusals {

    private static final int MAX_DETAILS = 5;

    private Refusals() {}

    public static Refusal of(String error, JsonResponse reply, @CheckForNull String channel) {
        @CheckForNull String needed = reply.text("needed").map(PlainText::of).orElse(null);
        @CheckForNull
        String provided = reply.text("provided").map(PlainText::of).orElse(null);
        String remedy = Remedies.forError(error, channel, needed) + details(reply);
        return new Refusal(error, remedy, needed, provided);
    }

    /** A server that refused and is, to judge by its answer, not Slack. */
    public static Refusal ofStatus(int status, String host) {
        String remedy = "The server at " + host + " answered HTTP " + status + ", which Slack's API does not. Check the"
                + " Slack API URL, and whether a proxy or firewall stands in the way.";
        return new Refusal("http_" + status, remedy, null, null);
    }

    /** What Slack dislikes in a message stands in {@code errors}, {@code response_metadata.messages}, or both. */
    private static String details(JsonResponse reply) {
        List<String> details = Stream.concat(
                        reply.texts("errors"), reply.object("response_metadata").texts("messages"))
                .map(PlainText::of)
                .distinct()
                .limit(MAX_DETAILS)
                .toList();
        return details.isEmpty() ? "" : " Slack says: " + String.join("; ", details);
    }
}
