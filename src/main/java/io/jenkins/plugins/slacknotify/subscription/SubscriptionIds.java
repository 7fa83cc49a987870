package io.jenkins.plugins.slacknotify.subscription;

import io.jenkins.plugins.slacknotify.event.text.NameUuid;
import java.util.Locale;

/** The ids of subscriptions and mutes: eight letters and digits, which follow from the request that makes one. */
public final class SubscriptionIds {
    private static final int LENGTH = 8;

    private SubscriptionIds() {}

    /** Returns the id of what a request makes, the same however often the request is done. */
    public static String of(String request) {
        long bits = NameUuid.of(request).getMostSignificantBits();
        String text = Long.toUnsignedString(bits, Character.MAX_RADIX).toLowerCase(Locale.ROOT);
        return text.substring(text.length() - LENGTH);
    }
}
