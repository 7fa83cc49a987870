package io.jenkins.plugins.slacknotify.slack.api;

import io.jenkins.plugins.slacknotify.slack.http.RetryAfter;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import io.jenkins.plugins.slacknotify.slack.refusal.Remedies;
import okhttp3.Response;

/**
 * Reads the response to the bytes of a file. By Slack's documentation, 200 means that it has taken the file, anything
 * else that it has not. Whatever it is, nobody has seen the file, and it may be uploaded again.
 */
final class UploadResponse {
    private static final int OK = 200;
    private static final int PAYLOAD_TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;

    private UploadResponse() {}

    static SlackResult<Long> read(Response response, OutgoingFile file) {
        int status = response.code();
        if (status == OK) {
            return new SlackResult.Success<>(file.length());
        }
        if (status == TOO_MANY_REQUESTS) {
            return new SlackResult.RateLimited<>(RetryAfter.parse(response.header("Retry-After")));
        }
        if (status == PAYLOAD_TOO_LARGE) {
            String error = "file_upload_size_restricted";
            return new SlackResult.Refused<>(new Refusal(error, Remedies.forError(error, null, null)));
        }
        String host = response.request().url().uri().getRawAuthority();
        return new SlackResult.Unknown<>(
                "The server that takes files for Slack (" + host + ") answered HTTP " + status + ".");
    }
}
