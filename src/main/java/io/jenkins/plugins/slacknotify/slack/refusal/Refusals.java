package io.jenkins.plugins.slacknotify.slack.refusal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import java.util.List;
import java.util.stream.Stream;

/** Makes {@link Refusal}s of responses that report an error. */
public final class Refusals {

    /** The code of an answer that is too long to be read. */
    public static final String ANSWER_TOO_LONG = "answer_too_long";

    /** The code of a search for a channel that was given up, as the workspace has too many. */
    public static final String TOO_MANY_CHANNELS = "too_many_channels";

    /** The code of a search for a message that was given up, as the channel has too many. */
    public static final String TOO_MANY_MESSAGES = "too_many_messages";

    private static final int MAX_DETAILS = 5;

    private Refusals() {}

    /** Makes the refusal of a call that needs no scope, or of which nobody knows which. */
    public static Refusal of(String error, JsonResponse response, @CheckForNull String channel) {
        return of(error, response, channel, List.of());
    }

    /**
     * Makes the refusal that the response to a call reports.
     *
     * @param scopes those that the app of this plugin has for such a call, the one that most likely is meant first.
     *     Where Slack names alternatives that other apps could have, one of these is named instead
     */
    public static Refusal of(String error, JsonResponse response, @CheckForNull String channel, List<String> scopes) {
        @CheckForNull
        String provided = response.text("provided").map(PlainText::of).orElse(null);
        @CheckForNull
        String needed = response.text("needed")
                .map(PlainText::of)
                .map(alternatives -> oneOf(alternatives, scopes, provided))
                .orElse(null);
        String remedy = Remedies.forError(error, channel, needed) + details(response);
        return new Refusal(error, remedy);
    }

    /** Makes the refusal by which this plugin itself gives up, with one of the codes of this class. */
    public static Refusal ofOwn(String error, @CheckForNull String channel) {
        return new Refusal(error, Remedies.forError(error, channel, null));
    }

    private static String oneOf(String alternatives, List<String> scopes, @CheckForNull String provided) {
        List<String> named = split(alternatives);
        List<String> granted = split(provided == null ? "" : provided);
        return scopes.stream()
                .filter(scope -> named.contains(scope) && !granted.contains(scope))
                .findFirst()
                .orElse(alternatives);
    }

    private static List<String> split(String list) {
        return Stream.of(list.split(",")).map(String::strip).toList();
    }

    /** Makes the refusal of a server that is, to judge by its response, not Slack. */
    public static Refusal ofStatus(int status, String host) {
        String remedy = "The server at " + host + " answered HTTP " + status + ", which Slack's API does not. Check the"
                + " Slack API URL, and whether a proxy, a firewall or a filter of what is sent stands in the way.";
        return new Refusal("http_" + status, remedy);
    }

    /** Returns what is wrong with a manifest, and where. */
    private static Stream<String> manifestError(JsonResponse error) {
        return error.text("message").stream()
                .map(message -> error.text("pointer")
                        .map(pointer -> message + " (" + pointer + ")")
                        .orElse(message));
    }

    /**
     * Returns Slack's details about a message or a manifest; they stand in {@code errors}, {@code response_metadata.messages}, or
     * both.
     */
    private static String details(JsonResponse response) {
        List<String> details = Stream.of(
                        response.texts("errors"),
                        response.objects("errors").flatMap(Refusals::manifestError),
                        response.object("response_metadata").texts("messages"))
                .flatMap(texts -> texts)
                .map(PlainText::of)
                .distinct()
                .limit(MAX_DETAILS)
                .toList();
        return details.isEmpty() ? "" : " Slack says: " + String.join("; ", details);
    }
}
