package io.jenkins.plugins.slacknotify.sidebyside;

import java.util.List;
import java.util.Locale;

/** Seconds out of milliseconds. */
final class Seconds {
    private Seconds() {}

    /**
     * Returns how long builds waited, with two decimals: the median. No build waits less than not at all, so what chance leaves below zero
     * is zero.
     */
    static String waited(List<Long> millis) {
        return String.format(Locale.ROOT, "%.2f", Math.max(0, median(millis)) / 1000);
    }

    /** Of an even number of values, the mean of the two in the middle. */
    static double median(List<Long> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value, no median");
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
