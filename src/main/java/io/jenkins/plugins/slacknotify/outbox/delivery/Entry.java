package io.jenkins.plugins.slacknotify.outbox.delivery;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One thing to send.
 *
 * @param id names the entry for ever: what is accepted twice under one id is sent once. Letters, digits, {@code .},
 *     {@code _} and {@code -}, at most 100 of them, because a store may use it as a file name
 * @param order what decides when it is sent
 * @param acceptedAt when the entry was handed over
 * @param payload what the courier understands; holds no secret, because it is written to disk as it is
 */
public record Entry(String id, SendOrder order, Instant acceptedAt, String payload) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public Entry {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an entry id: " + id);
        }
    }

    /** Makes an entry whose lane is one sequence. */
    public Entry(String id, String lane, Instant acceptedAt, String payload) {
        this(id, SendOrder.ofLane(lane), acceptedAt, payload);
    }

    /** Returns a new entry, with another id, that sends the content of this one once more. */
    public Entry copyWithId(String newId, Instant now) {
        return new Entry(newId, order, now, payload);
    }

    /** Returns the {@linkplain SendOrder#lane() lane}. */
    public String lane() {
        return order.lane();
    }

    /** Returns the {@linkplain SendOrder#sequence() sequence}. */
    public String sequence() {
        return order.sequence();
    }

    /** Returns the {@linkplain SendOrder#urgency() urgency}. */
    public int urgency() {
        return order.urgency();
    }

    /** Returns whether the entry {@linkplain SendOrder#foldable() may be sent together with others}. */
    public boolean foldable() {
        return order.foldable();
    }
}
