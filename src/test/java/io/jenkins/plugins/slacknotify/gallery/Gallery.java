package io.jenkins.plugins.slacknotify.gallery;

import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import java.net.URI;
import java.util.UUID;

/** A sandbox with a workspace {@code gallery} that has a channel for each exhibit. */
final class Gallery implements AutoCloseable {
    private final SlackSandbox sandbox;
    private final SandboxWorkspace workspace;
    private final SlackConnection connection;

    private Gallery(int port) {
        sandbox = SlackSandbox.start(port);
        sandbox.enforceRateLimits(false);
        workspace = sandbox.workspace("gallery");
        connection = new SlackConnection(ApiUrl.of(sandbox.apiUrl()), BotToken.of(workspace.installBot("jenkins")));
    }

    /**
     * Opens the gallery.
     *
     * @param port the port of the sandbox; 0 for a free one
     */
    static Gallery open(int port) {
        Gallery gallery = new Gallery(port);
        try (SlackApiGateway slack = new SlackApiGateway(HttpSettings.defaults())) {
            Exhibits.all().forEach(exhibit -> gallery.hang(exhibit, slack));
        }
        return gallery;
    }

    URI page() {
        return URI.create(sandbox.pageUrl() + "gallery");
    }

    private void hang(Exhibit exhibit, SlackApiGateway slack) {
        workspace.channel(exhibit.name()).invite("jenkins");
        MessageLocation parent = post(exhibit.message(), exhibit.name(), null, slack);
        exhibit.thread().forEach(reply -> post(reply, exhibit.name(), parent.ts(), slack));
    }

    private MessageLocation post(RenderedMessage message, String channel, String threadTs, SlackApiGateway slack) {
        OutgoingMessage outgoing = OutgoingMessage.of(
                        channel, message.text(), UUID.randomUUID().toString())
                .withBlocks(message.blocks())
                .withAttachments(message.attachments())
                .inThread(threadTs);
        return slack.post(connection, outgoing)
                .map(PostedMessage::location)
                .success()
                .orElseThrow(() -> new IllegalStateException("the sandbox does not take " + outgoing));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
