package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.inbound.SocketApp;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import java.net.URI;
import java.util.List;

/**
 * What is decided about the way in, with the secrets of one moment.
 *
 * @param sockets the apps that connect by Socket Mode
 * @param apiUrl where Slack's Web API is
 */
record InboundDecisions(InboundSettings settings, List<SocketApp> sockets, URI apiUrl) {
    /** Reads the configuration, and calls credentials providers. */
    static InboundDecisions now() {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        InboundConfig inbound = configuration.getInbound();
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return new InboundDecisions(
                    inbound.settings(),
                    inbound.socketApps(),
                    configuration.toEngineSettings().apiUrl());
        }
    }
}
