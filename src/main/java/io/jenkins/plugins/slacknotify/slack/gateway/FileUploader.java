package io.jenkins.plugins.slacknotify.slack.gateway;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.ApiResponse;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/**
 * Uploads a file in the three calls of Slack's documentation: asks for an address, sends the bytes there, and says that
 * they are complete. Where that names no channel, the file stays private, and all three can be done again without anybody
 * seeing anything.
 *
 * @param thread in which a message of Slack's making is to show the file; null to show it nowhere
 * @param shows learns the id of the file before the last call
 */
record FileUploader(OutgoingFile file, @CheckForNull MessageLocation thread, Consumer<String> shows) {
    /**
     * The errors by which Slack says that it has lost what it was sent. Another upload may succeed, this one never
     * does.
     */
    private static final Set<String> LOST = Set.of("file_not_found", "file_update_failed");

    /** Slack's permit for one upload: the address for the bytes, and the id of the file. */
    private record Ticket(HttpUrl url, String fileId) {}

    /**
     * Uploads the file and returns its id. Where a message is to show it, {@link SlackResult.Unknown} means that it may do so:
     * the calls before the last one show nothing.
     */
    SlackResult<String> run(WebApi api, SlackConnection connection) {
        return withoutDoubt(api.call(connection, ApiCalls.uploadUrl(file))
                        .flatMap(result -> ticket(result.json()))
                        .flatMap(ticket ->
                                api.upload(connection, ticket.url(), file).map(taken -> ticket.fileId())))
                .flatMap(fileId -> complete(api, connection, fileId));
    }

    private SlackResult<String> withoutDoubt(SlackResult<String> unseen) {
        return thread == null ? unseen : unseen.withoutDoubt();
    }

    private SlackResult<String> complete(WebApi api, SlackConnection connection, String fileId) {
        shows.accept(fileId);
        ApiCall call =
                thread == null ? ApiCalls.completeUpload(fileId, file) : ApiCalls.completeUpload(fileId, file, thread);
        SlackResult<String> answer = api.call(connection, call).map(result -> fileId);
        boolean isLost = answer.isRefused(reason -> LOST.contains(reason.error()));
        return isLost ? withoutDoubt(new SlackResult.Unknown<>("Slack lost the file while it was uploaded.")) : answer;
    }

    private static SlackResult<Ticket> ticket(JsonResponse json) {
        Optional<Ticket> ticket = json.text("upload_url")
                .map(HttpUrl::parse)
                .filter(FileUploader::isSafe)
                .flatMap(url -> json.text("file_id").map(id -> new Ticket(url, id)));
        return ApiResponse.successOr(ticket, "no address to send the file to that is safe");
    }

    /** Returns whether an address may receive a file, by the rules of {@link ApiUrl} for the API itself. */
    private static boolean isSafe(HttpUrl url) {
        return url.isHttps() || ApiUrl.isLoopback(url.host());
    }
}
