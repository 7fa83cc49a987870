package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Uploads a file in the three calls of Slack's documentation: asks for an address, sends the bytes there, and says that
 * they are complete. As that names no channel, the file stays private, and all three can be done again without anybody
 * seeing anything.
 */
record FileUploader(OutgoingFile file) {
    /**
     * The errors by which Slack says that it has lost what it was sent. Another upload may succeed, this one never
     * does.
     */
    private static final Set<String> LOST = Set.of("file_not_found", "file_update_failed");

    /** Slack's permit for one upload: the address for the bytes, and the id of the file. */
    private record Ticket(HttpUrl url, String fileId) {}

    /** Uploads the file and returns its id. */
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

    private static SlackResult<Ticket> ticket(JsonResponse json) {
        Optional<Ticket> ticket = json.text("upload_url")
                .map(HttpUrl::parse)
                .filter(FileUploader::isSafe)
                .flatMap(url -> json.text("file_id").map(id -> new Ticket(url, id)));
        return SlackApiGateway.successOr(ticket, "no address to send the file to that is safe");
    }

    /** Returns whether an address may receive a file, by the rules of {@link ApiUrl} for the API itself. */
    private static boolean isSafe(HttpUrl url) {
        return url.isHttps() || ApiUrl.isLoopback(url.host());
    }
}
