package io.jenkins.plugins.slacknotify.outbox.crash;

import io.jenkins.plugins.slacknotify.outbox.Backoff;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.Pace;
import io.jenkins.plugins.slacknotify.outbox.PooledThreads;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The outbox that is killed over and over: the real one, but for what it sends to. What becomes of an entry is in its
 * id.
 */
final class CrashOutbox {
    static final Duration MAXIMUM_AGE = Duration.ofHours(1);

    private CrashOutbox() {}

    static Outbox over(Path folder, LoopbackClient slack) {
        return new Outbox(
                new JournalOutboxStore(folder, InstantSource.system()),
                courier(slack),
                delivery -> {},
                new Backoff(Duration.ofMillis(4), Duration.ofMillis(20), Math::random),
                Pace.unlimited(),
                () -> MAXIMUM_AGE,
                InstantSource.system(),
                new PooledThreads());
    }

    private static Courier courier(LoopbackClient slack) {
        return delivery -> {
            String id = delivery.entry().id();
            if (id.endsWith("refuse")) {
                return new SendResult.Refused("the test wants it so");
            }
            if (id.endsWith("later") && delivery.attempts() == 0) {
                return new SendResult.Retry(Duration.ofMillis(2), "the test wants it so");
            }
            return send(slack, delivery);
        };
    }

    private static SendResult send(LoopbackClient slack, Delivery delivery) {
        String id = delivery.entry().id();
        if (delivery.state().mayHaveArrived() && slack.say("find", id).equals("true")) {
            return new SendResult.Sent("found", null);
        }
        slack.say("post", id);
        return id.endsWith("lose")
                ? new SendResult.Uncertain("the answer got lost")
                : new SendResult.Sent("posted", null);
    }
}
