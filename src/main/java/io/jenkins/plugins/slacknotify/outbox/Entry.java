package io.jenkins.plugins.slacknotify.outbox;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One thing to send.
 *
 * @param id names the entry for ever: what is accepted twice under one id is sent once. Letters, digits, {@code .},
 *     {@code _} and {@code -}, at most 100 of them, because a store may use it as a file name
 * @param lane entries of one lane are sent one after the other in the order in which they were accepted; lanes do not
 *     wait for each other
 * @param acceptedAt when the entry was handed over
 * @param payload what the courier understands; holds no secret, because it is written to disk as it is
 */
public record Entry(String id, String lane, Instant acceptedAt, String payload) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public Entry {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an entry id: " + id);
        }
    }
}
