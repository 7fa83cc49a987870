package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.FakeJenkins;
import io.jenkins.plugins.slacknotify.inbound.act.FakeResponder;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatus;
import io.jenkins.plugins.slacknotify.outbox.FailingStore;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A gate on a bench: time and threads are moved by hand, and everything that it does is seen. */
public final class InboundBench {
    public static final SlackSigner SLACK = new SlackSigner("8f742231b10e8888abcd99yyyzzz85a5");

    public final ManualClock clock = new ManualClock();
    public final ManualThreads threads = new ManualThreads(clock);
    public final FailingStore disk = new FailingStore();
    public final FakeJenkins jenkins = new FakeJenkins();
    public final FakeResponder responder = new FakeResponder();
    public final InboundStatistics statistics = new InboundStatistics(clock);
    public final List<InboundRequest> handled = new ArrayList<>();
    public final ActQueue acts;
    public final InboundGate gate;
    public InboundApp app = new InboundApp("acme", Payloads.APP, SigningSecret.of(SLACK.secret()));
    public InboundSettings settings = new InboundSettings(true, List.of(app), Set.of(Ability.values()), 5)
            .installedIn(Map.of("acme", Set.of(Payloads.TEAM, "E0CORP")));
    public Function<InboundRequest, Decision> decision = Decision::byKind;

    public InboundBench() {
        acts = new ActQueue(
                disk,
                jenkins,
                responder,
                new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), () -> 0),
                threads,
                clock);
        gate = new InboundGate(() -> settings, new Handler(), acts, responder, threads, clock, statistics);
        acts.start();
        threads.run();
    }

    private final class Handler implements RequestHandler {
        @Override
        public Decision receive(InboundRequest request) {
            return decision.apply(request);
        }

        @Override
        public void handle(InboundRequest request) {
            handled.add(request);
        }
    }

    GateReply receive(InboundRequest request) {
        return gate.receive(app, request);
    }

    public InboundStatus status() {
        return statistics.status();
    }

    public void with(Set<Ability> abilities) {
        settings = new InboundSettings(true, settings.apps(), abilities, settings.requestsPerMinute())
                .installedIn(settings.installations());
    }

    /** From now on there are these apps, and nobody knows where they are installed. */
    public void withApps(InboundApp... apps) {
        app = apps[0];
        settings = new InboundSettings(true, List.of(apps), settings.abilities(), settings.requestsPerMinute());
    }
}
