package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.EnumParser;
import java.util.Arrays;
import java.util.Locale;

/** The language of the messages to a destination. Each has a file of phrases. */
public enum MessageLanguage {
    EN,
    DE;

    /**
     * Parses what people write, in any case.
     *
     * @throws IllegalArgumentException with a message that names the valid values
     */
    public static MessageLanguage parse(String text) {
        return EnumParser.parse(MessageLanguage.class, "language", text, MessageLanguage::id);
    }

    /** Returns the language of a locale; null where there is none. */
    @CheckForNull
    public static MessageLanguage find(@CheckForNull Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale().equals(locale))
                .findFirst()
                .orElse(null);
    }

    /** The name as it is written in configuration files: the code of ISO 639. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(id());
    }
}
