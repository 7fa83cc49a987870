package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
        return Arrays.stream(values())
                .filter(language -> language.id().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown language '" + text + "'. Use one of: en, de"));
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
