package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.app.ManifestClient;
import io.jenkins.plugins.slacknotify.slack.app.OAuthClient;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpClients;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.interactivity.ResponseUrlClient;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import java.time.Duration;
import okhttp3.OkHttpClient;

/**
 * An HTTP client for Slack that several gateways share.
 *
 * <p>The gateways share the way through the network: TLS, proxy, and everything that keeps a request from being sent
 * twice. Each gateway has its own calls, so {@link SlackGateway#close} ends the calls of that gateway only. The client
 * itself needs no closing: what it keeps of connections ends by itself within seconds.
 */
public final class SlackClient {

    private final OkHttpClient client;

    /** @param settings for all gateways of this client */
    public SlackClient(HttpSettings settings) {
        client = HttpClients.create(settings);
    }

    /** Opens a gateway with the time limits of this client. */
    public SlackGateway gateway() {
        return new SlackApiGateway(HttpClients.share(client));
    }

    /**
     * Opens a gateway with a time limit of its own.
     *
     * @param timeout for each step of a call, and for the whole of it
     */
    public SlackGateway gateway(Duration timeout) {
        return new SlackApiGateway(HttpClients.share(client, timeout));
    }

    /** Opens what Socket Mode needs: calls with the time limits of this client, and WebSockets over its network. */
    public SlackSockets sockets() {
        return sockets(SlackSockets.PING_INTERVAL);
    }

    /**
     * Opens what Socket Mode needs, with a time between two pings of its own.
     *
     * @param pingInterval after which a socket is dead whose peer has not answered the last ping
     */
    public SlackSockets sockets(Duration pingInterval) {
        return new SlackSockets(HttpClients.share(client), pingInterval);
    }

    /** Opens what answers requests that came from Slack. */
    public ResponseUrlClient responseUrls() {
        return new ResponseUrlClient(HttpClients.share(client));
    }

    /**
     * Opens what installs apps, with a time limit of its own, as a person may wait.
     *
     * @param timeout for each step of a call, and for the whole of it
     */
    public OAuthClient oauth(Duration timeout) {
        return new OAuthClient(HttpClients.share(client, timeout));
    }

    /** Opens what makes apps, with a time limit of its own, as a person waits. */
    public ManifestClient manifests(Duration timeout) {
        return new ManifestClient(HttpClients.share(client, timeout));
    }

    /** Opens what shows modals, with a time limit of its own, as they have to open within three seconds. */
    public SlackViews views(Duration timeout) {
        return new SlackViews(HttpClients.share(client, timeout));
    }
}
