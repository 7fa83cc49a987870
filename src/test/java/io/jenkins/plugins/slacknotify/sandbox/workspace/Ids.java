package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out identifiers of Slack's shape, such as {@code C0SBX00001}: a letter for the kind, then ten characters. No two sandboxes of
 * a process have the same, as in Slack, so a Jenkins that goes from one to another takes nothing for what it has known before.
 */
final class Ids {
    private static final AtomicInteger LAST = new AtomicInteger();

    String next(char kind) {
        String number =
                Integer.toString(LAST.incrementAndGet(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return kind + "0SBX" + "0".repeat(Math.max(0, 6 - number.length())) + number;
    }
}
