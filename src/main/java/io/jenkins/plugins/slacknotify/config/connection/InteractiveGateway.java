package io.jenkins.plugins.slacknotify.config.connection;

import io.jenkins.plugins.slacknotify.slack.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.time.Duration;

/** Opens the gateway to Slack for calls that a person waits for on a page. */
public final class InteractiveGateway {
    /** The limit of each call. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private InteractiveGateway() {}

    /** Opens a gateway with a short time limit and the proxy of Jenkins. The caller closes it. */
    public static SlackGateway open() {
        return new SlackApiGateway(HttpSettings.defaults().withTimeout(TIMEOUT).withProxy(JenkinsProxy.chooser()));
    }
}
