package io.jenkins.plugins.slacknotify.inbound.crash;

import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.outbox.crash.LoopbackClient;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;

/**
 * A process that takes signed commands, acknowledges and does them until it is killed. What it does, and what it answers, is
 * seen by the one that outlives it. Arguments: the folder, the port, the number of its life; {@code finish} as a fourth one
 * takes nothing new.
 */
final class InboundCrashChild {
    static final int MEMBERS = 4;

    private static final int MAX_WAITING = 50;
    private static final SlackSigner SLACK = new SlackSigner("8f742231b10e8888abcd99yyyzzz85a5");
    private static final String[] FATES = {"do", "do", "do", "later", "before", "after"};

    private final LoopbackClient outside;
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final ActQueue acts;
    private final HttpTransport http;

    private InboundCrashChild(Path folder, LoopbackClient outside) {
        this.outside = outside;
        InstantSource clock = InstantSource.system();
        InboundApp app = new InboundApp("acme", Payloads.APP, SigningSecret.of(SLACK.secret()));
        InboundSettings settings =
                new InboundSettings(true, List.of(app), Set.of(Ability.values()), Integer.MAX_VALUE - 1);
        PooledThreads threads = new PooledThreads("inbound", 8);
        acts = new ActQueue(
                new JournalOutboxStore(folder, InstantSource.system()),
                new Jenkins(),
                (origin, answer) -> {
                    outside.say("answer", answer.text());
                    return new SendResult.Sent("", null);
                },
                new Backoff(Duration.ofMillis(4), Duration.ofMillis(20), Math::random),
                threads,
                clock);
        InboundGate gate = new InboundGate(
                () -> settings,
                request -> {},
                acts,
                (origin, answer) -> new SendResult.Sent("", null),
                threads,
                clock,
                new InboundStatistics(clock));
        http = new HttpTransport(gate, clock);
    }

    public static void main(String[] args) throws InterruptedException {
        LogManager.getLogManager().reset();
        InboundCrashChild child =
                new InboundCrashChild(Path.of(args[0]), new LoopbackClient(Integer.parseInt(args[1])));
        child.acts.start();
        if (args.length > 3) {
            Thread.currentThread().join();
        }
        int life = Integer.parseInt(args[2]);
        for (int i = 0; i < MEMBERS; i++) {
            int member = i;
            new Thread(() -> child.ask(life, member)).start();
        }
    }

    private void ask(int life, int member) {
        Random random = new Random(life * 31L + member);
        for (int number = 0; ; number++) {
            String key =
                    "member%d-life%04d-%06d-%s".formatted(member, life, number, FATES[random.nextInt(FATES.length)]);
            if (isAcknowledged(key, member)) {
                outside.say("accepted", key);
            }
            do {
                LockSupport.parkNanos(random.nextInt(2_000_000));
            } while (acts.waiting() > MAX_WAITING);
        }
    }

    private boolean isAcknowledged(String key, int member) {
        Map<String, String> fields = Payloads.command(key, key);
        fields.put("user_id", "U" + member);
        byte[] body = Payloads.form(fields).getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.now();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Slack-Request-Timestamp",
                String.valueOf(now.getEpochSecond()),
                "X-Slack-Signature",
                SLACK.sign(now, body));
        try {
            HttpReply reply =
                    http.handle(new HttpRequest("POST", headers::get, body.length, new ByteArrayInputStream(body)));
            return reply.status() == 200 && reply.body().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Effects are outside of this process, as those of an act are in Jenkins' files. */
    private final class Jenkins implements ActHandler {
        @Override
        public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
            String key = key(request);
            return outside.say("find", key).equals("true")
                    ? Optional.of(ActResult.answered(Answer.ephemeral(key)))
                    : Optional.empty();
        }

        @Override
        public ActResult act(InboundRequest request, ActChoice choice) {
            String key = key(request);
            boolean isFirst = tried.add(key);
            if (isFirst && key.endsWith("later")) {
                return new ActResult.Later(Duration.ofMillis(2), "the test wants it so");
            }
            if (isFirst && key.endsWith("before")) {
                throw new IllegalStateException("the test wants it so");
            }
            outside.say("post", key);
            if (key.endsWith("after")) {
                throw new IllegalStateException("the test wants it so");
            }
            return ActResult.answered(Answer.ephemeral(key));
        }

        private static String key(InboundRequest request) {
            return ((SlashCommand) request).text();
        }
    }
}
