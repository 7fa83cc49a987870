package io.jenkins.plugins.slacknotify.slack.refusal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import java.util.List;
import java.util.stream.Stream;

/** Makes a {@link Refusal} from an error response. */
public final class Refusals {

    private static final int MAX_DETAILS = 5;

    private Refusals() {}

    public static Refusal of(String error, JsonResponse response, @CheckForNull String channel) {
        @CheckForNull String needed = response.text("needed").map(PlainText::of).orElse(null);
        @CheckForNull
        String provided = response.text("provided").map(PlainText::of).orElse(null);
        String remedy = Remedies.forError(error, channel, needed) + details(response);
        return new Refusal(error, remedy, needed, provided);
    }

    /** Makes the refusal of a server that is, to judge by its response, not Slack. */
    public static Refusal ofStatus(int status, String host) {
        String remedy = "The server at " + host + " answered HTTP " + status + ", which Slack's API does not. Check the"
                + " Slack API URL, and whether a proxy or firewall stands in the way.";
        return new Refusal("http_" + status, remedy, null, null);
    }

    /**
     * Returns Slack's details about a message; they stand in {@code errors}, {@code response_metadata.messages}, or
     * both.
     */
    private static String details(JsonResponse response) {
        List<String> details = Stream.concat(
                        response.texts("errors"),
                        response.object("response_metadata").texts("messages"))
                .map(PlainText::of)
                .distinct()
                .limit(MAX_DETAILS)
                .toList();
        return details.isEmpty() ? "" : " Slack says: " + String.join("; ", details);
    }
}
