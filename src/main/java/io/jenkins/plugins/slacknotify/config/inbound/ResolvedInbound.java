package io.jenkins.plugins.slacknotify.config.inbound;

import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The inbound settings with the secrets of one moment.
 *
 * @param settings for the gate
 * @param sockets the apps whose requests come by Socket Mode: those that have an app-level token
 * @param problems what keeps requests from this Jenkins although the settings are valid
 */
public record ResolvedInbound(InboundSettings settings, List<SocketApp> sockets, List<InboundProblem> problems) {
    /** No request is taken, and there is no problem with the settings. */
    static final ResolvedInbound OFF = new ResolvedInbound(InboundSettings.OFF, List.of(), List.of());

    public ResolvedInbound {
        sockets = List.copyOf(sockets);
        problems = List.copyOf(problems);
    }

    /** Joins the apps. If several have an app-level token of the same app, only the first is connected. */
    static ResolvedInbound of(Set<Ability> abilities, int requestsPerMinute, List<ResolvedApp> apps) {
        Set<String> connected = new HashSet<>();
        List<SocketApp> sockets = apps.stream()
                .flatMap(app -> app.socket().stream())
                .filter(socket -> socket.token().appId().map(connected::add).orElse(true))
                .toList();
        InboundSettings settings =
                new InboundSettings(true, apps.stream().map(ResolvedApp::app).toList(), abilities, requestsPerMinute);
        return new ResolvedInbound(settings, sockets, problems(apps, sockets));
    }

    private static List<InboundProblem> problems(List<ResolvedApp> apps, List<SocketApp> sockets) {
        if (apps.isEmpty()) {
            return List.of(new InboundProblem("", Messages.InboundConfig_noApp()));
        }
        Stream<InboundProblem> twice = apps.stream()
                .flatMap(app -> app.socket().stream())
                .filter(socket -> !sockets.contains(socket))
                .map(socket -> new InboundProblem(socket.app().name(), Messages.ResolvedInbound_sameApp()));
        return Stream.concat(apps.stream().flatMap(app -> app.problems().stream()), twice)
                .toList();
    }
}
