package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import java.util.List;
import java.util.Optional;

/**
 * An app with the secrets that its credentials have.
 *
 * @param token null where there is none that can be used
 */
record ResolvedApp(InboundApp app, @CheckForNull AppToken token, List<InboundProblem> problems) {
    ResolvedApp {
        problems = List.copyOf(problems);
    }

    Optional<SocketApp> socket() {
        return Optional.ofNullable(token).map(it -> new SocketApp(app, it));
    }
}
