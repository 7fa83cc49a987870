package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.text.EnumParser;
import java.util.Locale;

/** The buttons below the messages of builds. */
public enum MessageButtons {
    NONE,
    /** The buttons that open a page of Jenkins. */
    LINKS,
    /** All buttons, also those that act: answer a question, stop a build, run it again. */
    ALL;

    /**
     * Parses what people write, in any case.
     *
     * @throws IllegalArgumentException with a message that names the valid values
     */
    public static MessageButtons parse(String text) {
        return EnumParser.parse(MessageButtons.class, "buttons", text, MessageButtons::id);
    }

    /** The name as it is written in configuration files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
