package io.jenkins.plugins.slacknotify.slack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import okhttp3.FormBody;

/**
 * One call of a Web API method.
 *
 * @param method such as {@code chat.postMessage}
 * @param form its arguments
 * @param channel for the sentences of a refusal; null if the method is about none
 * @param answerLimit how many bytes of an answer are read at most, after decompression
 */
record ApiCall(String method, FormBody form, @CheckForNull String channel, long answerLimit) {

    private static final long MIB = 1L << 20;

    /** Makes a call whose answer is about one thing. */
    static ApiCall of(String method, FormBody.Builder form, @CheckForNull String channel) {
        return new ApiCall(method, form.build(), channel, MIB);
    }

    /** Makes a call whose answer is a list of many things. */
    static ApiCall listing(String method, FormBody.Builder form, String channel) {
        return new ApiCall(method, form.build(), channel, 4 * MIB);
    }
}
