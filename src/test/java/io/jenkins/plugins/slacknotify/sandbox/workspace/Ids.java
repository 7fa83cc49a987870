package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out identifiers of Slack's shape, such as {@code C0SBX00001}: a letter for the kind, then ten characters. */
final class Ids {
    private static final AtomicInteger LAST_OF_PROCESS = new AtomicInteger();

    private final AtomicInteger last;

    /** @param ofProcess whether no two that are made so hand out the same; else it counts from 1 */
    Ids(boolean ofProcess) {
        last = ofProcess ? LAST_OF_PROCESS : new AtomicInteger();
    }

    String next(char kind) {
        String number =
                Integer.toString(last.incrementAndGet(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return kind + "0SBX" + "0".repeat(Math.max(0, 6 - number.length())) + number;
    }
}
