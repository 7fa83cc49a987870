package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Brings a file to Slack in the three calls of its documentation: asks for an address, sends the bytes there, and says that
 * they are complete. As that names no channel, the file stays private, and all three can be done again without anybody
 * seeing anything.
 */
record FileUploader(OutgoingFile file) {
    /** Slack has lost what it was sent. Another upload will do, and this one never. */
    private static final Set<String> LOST = Set.of("file_not_found", "file_update_failed");

    /** Where to send the bytes, once, and what the file will be called. */
    private record Ticket(HttpUrl url, String fileId) {}

    /** Answers the file's id. */
    SlackResult<String> run(WebApi api, SlackConnection connection) {
        return api.call(connection, ApiCalls.uploadUrl(file))
                .flatMap(result -> ticket(result.json()))
                .flatMap(ticket -> api.upload(connection, ticket.url(), file)
                        .flatMap(taken -> complete(api, connection, ticket.fileId())));
    }

    private SlackResult<String> complete(WebApi api, SlackConnection connection, String fileId) {
        SlackResult<String> answer =
                api.call(connection, ApiCalls.completeUpload(fileId, file)).map(result -> fileId);
        boolean isLost = answer instanceof SlackResult.Refused<String> refused
                && LOST.contains(refused.refusal().error());
        return isLost ? new SlackResult.Unknown<>("Slack lost the file while it was uploaded.") : answer;
    }

    private static SlackResult<Ticket> ticket(JsonResponse reply) {
        Optional<Ticket> ticket = reply.text("upload_url")
                .map(HttpUrl::parse)
                .filter(FileUploader::isSafe)
                .flatMap(url -> reply.text("file_id").map(id -> new Ticket(url, id)));
        return SlackApiGateway.successOr(ticket, "no address to send the file to that is safe");
    }

    /** As {@link ApiUrl} has it for the API itself. */
    private static boolean isSafe(HttpUrl url) {
        return url.isHttps() || ApiUrl.isLoopback(url.host());
    }
}
