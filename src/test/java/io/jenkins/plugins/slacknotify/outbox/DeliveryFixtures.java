package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import java.time.Instant;

/** Deliveries for tests of stores. */
public final class DeliveryFixtures {
    public static final Instant ACCEPTED = Instant.parse("2026-03-01T12:00:00.123456Z");

    private DeliveryFixtures() {}

    public static Delivery waiting(String id, long position) {
        return delivery(id, position, Delivery.State.WAITING, null, ACCEPTED);
    }

    public static Delivery finished(String id, Instant at) {
        return delivery(id, 1, Delivery.State.SENT, "C0123456/1772366400.000100", at);
    }

    static Delivery delivery(
            String id, long position, Delivery.State state, @CheckForNull String receipt, Instant changedAt) {
        Entry entry = new Entry(id, "#builds", ACCEPTED, "{\"text\":\"Don't <!channel> 👩‍💻\\n\"}");
        return new Delivery(entry, position, state, 2, Note.of("Slack asks to wait 30 s"), receipt, null, changedAt);
    }
}
