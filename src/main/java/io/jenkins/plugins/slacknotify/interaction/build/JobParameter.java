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
        /** The value is {@code true} or {@code false}. */
        YES_OR_NO,
        CHOICE,
        /** The value is a text. The job's author has hidden the parameter from forms, so only who knows its name can give it. */
        HIDDEN,
        /** On Jenkins' page alone: passwords, files, credentials, and what other plugins have made up. */
        ON_THE_PAGE,
        /** The parameter can be given {@link #ON_THE_PAGE} only and has no default, so a build can be started only there. */
        MISSING
    }
}
