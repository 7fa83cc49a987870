package io.jenkins.plugins.slacknotify.sandbox;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;

/** Slack's own client, pointed at a sandbox. */
final class SlackClients {
    private SlackClients() {}

    static MethodsClient client(SlackSandbox slack, String token) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.apiUrl());
        config.setStatsEnabled(false);
        return Slack.getInstance(config).methods(token);
    }
}
