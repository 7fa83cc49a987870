package io.jenkins.plugins.slacknotify.subscription;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The ids of subscriptions and mutes: eight letters and digits, which follow from the request that makes one. */
public final class SubscriptionIds {
    private static final int LENGTH = 8;

    private SubscriptionIds() {}

    /** Returns the id of what a request makes, the same however often the request is done. */
    public static String of(String request) {
        long bits =
                UUID.nameUUIDFromBytes(request.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        String text = Long.toUnsignedString(bits, Character.MAX_RADIX).toLowerCase(Locale.ROOT);
        return text.substring(text.length() - LENGTH);
    }
}
