package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.time.Instant;
import java.util.Map;

/**
 * A call of the Web API that the sandbox received.
 *
 * @param method such as {@code chat.postMessage}
 * @param arguments without the token
 * @param workspace name of the workspace, empty where the token is unknown
 * @param bot name of the bot or person whose token was used, empty where the token is unknown
 * @param httpStatus the status that was answered, or would have been: see {@code fault}
 * @param ok whether the call was carried out, even where a fault kept the caller from hearing of it
 * @param error Slack's error, empty where there was none
 * @param fault the fault that was played, empty where there was none
 */
public record ApiCall(
        String method,
        Map<String, String> arguments,
        String workspace,
        String bot,
        Instant receivedAt,
        int httpStatus,
        boolean ok,
        String error,
        String fault) {
    public ApiCall {
        arguments = Map.copyOf(arguments);
    }

    /** One line without the arguments. */
    public String summary() {
        return method + " by " + (bot.isEmpty() ? "nobody" : bot) + ": " + (ok ? "ok" : error)
                + (fault.isEmpty() ? "" : " (fault: " + fault + ")");
    }
}
