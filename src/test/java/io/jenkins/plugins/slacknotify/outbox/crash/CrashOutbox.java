package io.jenkins.plugins.slacknotify.outbox.crash;

import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The outbox that is killed over and over: the real one, but for what it sends to. What becomes of an entry is in its
 * id.
 */
final class CrashOutbox {
    static final Duration MAX_AGE = Duration.ofHours(1);

    private CrashOutbox() {}

    static Outbox over(Path folder, LoopbackClient slack) {
        return Outbox.builder(
                        new JournalOutboxStore(folder, InstantSource.system()), courier(slack), new PooledThreads())
                .backoff(new Backoff(Duration.ofMillis(4), Duration.ofMillis(20), Math::random))
                .maximumAge(() -> MAX_AGE)
                .untilTheClockIsSet(Duration.ZERO)
                .build();
    }

    private static Courier courier(LoopbackClient slack) {
        return new Courier() {
            @Override
            public SendResult send(Delivery delivery) {
                String id = delivery.entry().id();
                if (id.endsWith("refuse")) {
                    return new SendResult.Refused("the test wants it so");
                }
                if (id.endsWith("later") && delivery.attempts() == 0) {
                    return new SendResult.Retry(Duration.ofMillis(2), "the test wants it so");
                }
                return sendTogether(List.of(delivery));
            }

            @Override
            public SendResult sendTogether(List<Delivery> deliveries) {
                SendResult found = lookFor(deliveries);
                if (found instanceof SendResult.Sent) {
                    return found;
                }
                slack.say("post", deliveries.stream().map(it -> it.entry().id()).collect(Collectors.joining(",")));
                return deliveries.get(0).entry().id().endsWith("lose")
                        ? new SendResult.Uncertain("the answer got lost")
                        : new SendResult.Sent("posted", null);
            }

            @Override
            public Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
                return deliveries.stream()
                        .collect(Collectors.toMap(it -> it.entry().id(), it -> lookFor(List.of(it))));
            }

            @Override
            public SendResult lookFor(List<Delivery> deliveries) {
                Delivery first = deliveries.get(0);
                return first.state().mayHaveArrived()
                                && slack.say("find", first.entry().id()).equals("true")
                        ? new SendResult.Sent("found", null)
                        : new SendResult.Absent("not there");
            }
        };
    }
}
