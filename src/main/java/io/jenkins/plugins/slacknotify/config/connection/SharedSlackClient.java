package io.jenkins.plugins.slacknotify.config.connection;

import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.app.ManifestClient;
import io.jenkins.plugins.slacknotify.slack.app.OAuthClient;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.interactivity.ResponseUrlClient;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import java.time.Duration;

/**
 * The one HTTP client of this Jenkins for Slack. Each call goes through the proxy that Jenkins is configured with by
 * then.
 */
public final class SharedSlackClient {
    private static final SlackClient CLIENT =
            new SlackClient(HttpSettings.defaults().withProxy(JenkinsProxy.chooser()));

    /** The time limit for each step of a call for which a person waits, and for the call as a whole. */
    private static final Duration INTERACTIVE_TIMEOUT = Duration.ofSeconds(10);

    private SharedSlackClient() {}

    /** Opens a gateway for background work. */
    public static SlackGateway gateway() {
        return CLIENT.gateway();
    }

    /** Opens a gateway for a person who waits for the answer; a call takes ten seconds at most. */
    public static SlackGateway interactiveGateway() {
        return CLIENT.gateway(INTERACTIVE_TIMEOUT);
    }

    /** Opens a client for one connection by Socket Mode. */
    public static SlackSockets sockets() {
        return CLIENT.sockets();
    }

    /** Opens a client that sends answers to the response URLs of requests. */
    public static ResponseUrlClient responseUrls() {
        return CLIENT.responseUrls();
    }

    /** Opens a client that installs apps and renews their tokens. */
    public static OAuthClient oauth() {
        return CLIENT.oauth(INTERACTIVE_TIMEOUT);
    }

    /** Opens a client that makes and changes apps for a person who waits. */
    public static ManifestClient manifests() {
        return CLIENT.manifests(INTERACTIVE_TIMEOUT);
    }

    /** Opens a client that shows modals to a person who waits for them. */
    public static SlackViews views() {
        return CLIENT.views(INTERACTIVE_TIMEOUT);
    }
}
