package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import okhttp3.FormBody;

/**
 * One call of a Web API method.
 *
 * @param method such as {@code chat.postMessage}
 * @param form its arguments
 * @param channel for the sentences of a refusal; null if the method is about none
 * @param listing whether the answer is a list of many things, of which a shorter piece can be asked for
 * @param repeatable whether it may reach Slack twice without harm, as what only reads does
 * @param scopes those that the app of this plugin has for the call, the one that most likely is meant first
 */
public record ApiCall(
        String method,
        FormBody form,
        @CheckForNull String channel,
        boolean listing,
        boolean repeatable,
        List<String> scopes) {

    private static final long MIB = 1L << 20;

    public ApiCall {
        scopes = List.copyOf(scopes);
    }

    /** Makes a call whose answer is about one thing. */
    public static ApiCall of(String method, FormBody.Builder form, @CheckForNull String channel) {
        return new ApiCall(method, form.build(), channel, false, false, List.of());
    }

    /** Makes a call whose answer is a list of many things. */
    public static ApiCall listing(String method, FormBody.Builder form, String channel) {
        return new ApiCall(method, form.build(), channel, true, true, List.of());
    }

    /** Makes a call that only reads, and whose answer is about one thing. */
    public static ApiCall reading(String method, FormBody.Builder form, @CheckForNull String channel) {
        return new ApiCall(method, form.build(), channel, false, true, List.of());
    }

    /** Returns this call, for which the app of this plugin has these scopes. */
    public ApiCall needing(String... newScopes) {
        return new ApiCall(method, form, channel, listing, repeatable, List.of(newScopes));
    }

    /** Returns how many bytes of the answer are read at most, after decompression. */
    long answerLimit() {
        return listing ? 4 * MIB : MIB;
    }
}
