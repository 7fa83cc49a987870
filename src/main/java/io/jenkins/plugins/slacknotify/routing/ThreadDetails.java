package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import java.util.Arrays;
import java.util.Locale;

/** How much of a bad build is told in the thread below its message. */
public enum ThreadDetails {
    /** Nothing. */
    NONE,
    /** What the message has no room for: the builds that it started, all tests that fail, all commits. */
    SHORT,
    /** That, and the last lines of the log of what failed. */
    FULL;

    /**
     * Reads what people write, in any case.
     *
     * @throws IllegalArgumentException with a message that names what there is
     */
    public static ThreadDetails parse(String text) {
        return Arrays.stream(values())
                .filter(details -> details.id().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown thread details '" + text + "'. Use one of: none, short, full"));
    }

    /** The name as it is written in configuration files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean showsLog() {
        return this == FULL;
    }

    /** What of an event may be kept to be told. */
    public BuildEvent restrict(BuildEvent event) {
        return showsLog() ? event : event.withoutLog();
    }
}
