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
 * @param scopes those that the app of this plugin has for the call, the one that most likely is meant first
 */
public record ApiCall(
        String method, FormBody form, @CheckForNull String channel, Kind kind, List<String> scopes) {

    private static final long MIB = 1L << 20;

    /** What a call does in Slack, and what comes back. */
    enum Kind {
        /** The call changes something, so it must not reach Slack twice. The answer is about one thing. */
        CHANGE,
        /** The call only reads. The answer is about one thing. */
        READ,
        /** The call only reads. The answer is a list of many things, of which a shorter piece can be asked for. */
        LIST
    }

    public ApiCall {
        scopes = List.copyOf(scopes);
    }

    /** Makes a call that changes something. */
    public static ApiCall of(String method, FormBody.Builder form, @CheckForNull String channel) {
        return new ApiCall(method, form.build(), channel, Kind.CHANGE, List.of());
    }

    /** Makes a call that reads a list of many things. */
    public static ApiCall listing(String method, FormBody.Builder form, String channel) {
        return new ApiCall(method, form.build(), channel, Kind.LIST, List.of());
    }

    /** Makes a call that reads one thing. */
    public static ApiCall reading(String method, FormBody.Builder form, @CheckForNull String channel) {
        return new ApiCall(method, form.build(), channel, Kind.READ, List.of());
    }

    /** Returns this call, for which the app of this plugin has these scopes. */
    public ApiCall needing(String... newScopes) {
        return new ApiCall(method, form, channel, kind, List.of(newScopes));
    }

    /** Returns whether the answer is a list of many things, of which a shorter piece can be asked for. */
    boolean isListing() {
        return kind == Kind.LIST;
    }

    /** Returns whether the call may reach Slack twice without harm. */
    boolean isRepeatable() {
        return kind != Kind.CHANGE;
    }

    /** Returns how many bytes of the answer are read at most, after decompression. */
    long answerLimit() {
        return isListing() ? 4 * MIB : MIB;
    }
}
