package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.inbound.InboundProblem;
import io.jenkins.plugins.slacknotify.config.inbound.ResolvedInbound;
import io.jenkins.plugins.slacknotify.config.inbound.SocketApp;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The decisions about requests from Slack, with the secrets of one moment.
 *
 * @param sockets the apps that connect by Socket Mode
 * @param apiUrl where Slack's Web API is
 * @param problems sentences that say what is wrong with credentials and environment variables, and what to do; without a secret
 */
record InboundDecisions(InboundSettings settings, List<SocketApp> sockets, URI apiUrl, List<String> problems) {
    /** Reads the configuration, and calls credentials providers. */
    static InboundDecisions now() {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            ResolvedInbound resolved = configuration.resolveInbound();
            return new InboundDecisions(
                    resolved.settings(),
                    resolved.sockets(),
                    configuration.toEngineSettings().apiUrl(),
                    problems(resolved));
        }
    }

    /**
     * Returns the problems, those of the environment first. An app with a variable's credential has the same problem as the variable; it is
     * told once.
     */
    private static List<String> problems(ResolvedInbound resolved) {
        List<String> ofEnvironment = ControllerEnvironment.get().problems();
        Stream<String> ofApps = resolved.problems().stream()
                .filter(problem -> ofEnvironment.stream().noneMatch(problem.description()::contains))
                .map(InboundProblem::describe);
        return Stream.concat(ofEnvironment.stream(), ofApps).toList();
    }
}
