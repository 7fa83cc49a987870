package io.jenkins.plugins.slacknotify.lifecycle;

import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.slack.AppToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is decided about the way in, read from the environment for now. */
record InboundDecisions(InboundSettings settings, List<SocketApp> sockets) {
    /** An app that is connected by Socket Mode. */
    record SocketApp(InboundApp app, AppToken token) {}

    static InboundDecisions now() {
        Optional<AppToken> token = variable("SLACK_APP_TOKEN").map(AppToken::of);
        Optional<SigningSecret> secret = variable("SLACK_SECRET").map(SigningSecret::of);
        if (token.isEmpty() && secret.isEmpty()) {
            return new InboundDecisions(InboundSettings.OFF, List.of());
        }
        InboundApp app =
                new InboundApp("Slack", token.flatMap(AppToken::appId).orElse(null), Set.of(), secret.orElse(null));
        return new InboundDecisions(
                new InboundSettings(true, List.of(app), Set.of(Ability.values()), InboundSettings.REQUESTS_PER_MINUTE),
                token.map(it -> new SocketApp(app, it)).stream().toList());
    }

    private static Optional<String> variable(String name) {
        return Stream.of(System.getenv(name))
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
