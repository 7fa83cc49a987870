package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A parameter of a job.
 *
 * @param initial the default as text; null where there is none, or it is not shown: it may be a secret, or no text
 * @param choices the values to choose from; empty where any text is
 * @param hasDefault whether there is a default, be it shown or not; an empty text is one
 * @param description what its author says of it, as plain text in one line; null for nothing
 */
public record JobParameter(
        String name,
        Kind kind,
        @CheckForNull String initial,
        List<String> choices,
        boolean hasDefault,
        @CheckForNull String description) {
    public JobParameter {
        choices = List.copyOf(choices);
    }

    /** Makes a parameter whose default, where it has one, is shown. */
    public JobParameter(String name, Kind kind, @CheckForNull String initial, List<String> choices) {
        this(name, kind, initial, choices, initial != null);
    }

    /** Makes a parameter without a description. */
    public JobParameter(
            String name, Kind kind, @CheckForNull String initial, List<String> choices, boolean hasDefault) {
        this(name, kind, initial, choices, hasDefault, null);
    }

    /** Returns whether there is a default that is not shown, so that an empty field stands for it. */
    public boolean hasUnseenDefault() {
        return hasDefault && initial == null;
    }

    /** The way in which a value is given. */
    public enum Kind {
        TEXT,
        LINES,
        /** As {@code true} or {@code false}. */
        YES_OR_NO,
        CHOICE,
        /** As a text, by who knows its name: its author has hidden it from forms. */
        HIDDEN,
        /** On Jenkins' page alone: passwords, files, credentials, and what other plugins have made up. */
        ON_THE_PAGE,
        /** As {@link #ON_THE_PAGE}, and without a default, so that no build can be started elsewhere. */
        MISSING
    }
}
