package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.text.EnumParser;
import java.util.Locale;

/** The amount of detail about a bad build in the thread below its message. */
public enum ThreadDetails {
    /** No details, and the message quotes no log and no test either. */
    NONE,
    /**
     * The part for which the message has no space: the builds that it started, all tests that fail, all commits. It may quote the line that
     * says why.
     */
    SHORT,
    /** All of {@link #SHORT}, and the last lines of the log of what failed. */
    FULL;

    /**
     * Parses what people write, in any case.
     *
     * @throws IllegalArgumentException with a message that names the valid values
     */
    public static ThreadDetails parse(String text) {
        return EnumParser.parse(ThreadDetails.class, "thread details", text, ThreadDetails::id);
    }

    /** The name as it is written in configuration files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean showsLog() {
        return this == FULL;
    }

    /** Returns the event without what a destination of this detail must not show, so that it is not stored either. */
    public BuildEvent restrict(BuildEvent event) {
        return switch (this) {
            case FULL -> event;
            case SHORT -> event.withoutLog();
            case NONE -> event.withoutLog().withoutReasons();
        };
    }
}
