package io.jenkins.plugins.slacknotify.outbox;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One thing to send.
 *
 * @param id names the entry for ever: what is accepted twice under one id is sent once. Letters, digits, {@code .},
 *     {@code _} and {@code -}, at most 100 of them, because a store may use it as a file name
 * @param lane where it goes: one entry of a lane is sent at a time, and lanes do not wait for each other
 * @param sequence entries of one lane and one sequence are sent in the order in which they were accepted; on disk it
 *     is called {@code conversation}
 * @param urgency of the sequences that wait in a lane, the one with the greatest urgency goes first
 * @param foldable whether it may be sent together with others in one message, when many wait
 * @param acceptedAt when the entry was handed over
 * @param payload what the courier understands; holds no secret, because it is written to disk as it is
 */
public record Entry(
        String id, String lane, String sequence, int urgency, boolean foldable, Instant acceptedAt, String payload) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public Entry {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an entry id: " + id);
        }
    }

    /** Returns an entry of its own, with another id, that sends this content once more. */
    public Entry copyWithId(String newId, Instant now) {
        return new Entry(newId, lane, sequence, urgency, foldable, now, payload);
    }

    /** Makes an entry whose lane is one sequence. */
    public Entry(String id, String lane, Instant acceptedAt, String payload) {
        this(id, lane, lane, 0, false, acceptedAt, payload);
    }
}
