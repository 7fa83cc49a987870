package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A parameter of a job.
 *
 * @param initial the default as text; null where there is none, or it must not be shown
 * @param choices the values to choose from; empty where any text is
 */
public record JobParameter(
        String name, Kind kind, @CheckForNull String initial, List<String> choices) {
    public JobParameter {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        choices = List.copyOf(choices);
    }

    /** How a value is given. */
    public enum Kind {
        /** As one line of text. */
        TEXT,
        /** As lines of text. */
        LINES,
        /** As {@code true} or {@code false}. */
        YES_OR_NO,
        /** As one of the choices. */
        CHOICE,
        /** On Jenkins' page alone: passwords, files, credentials, and what other plugins have made up. */
        ON_THE_PAGE,
        /** As {@link #ON_THE_PAGE}, and without a default, so that no build can be started elsewhere. */
        MISSING
    }
}
