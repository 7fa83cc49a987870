package io.jenkins.plugins.slacknotify.interaction.preview;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;

/**
 * How previews look in one place. What of logs and tests they may show is decided before.
 *
 * @param language in which they are written; that of the Jenkins process where it is null
 */
public record PreviewTerms(Buttons buttons, @CheckForNull Locale language) {
    public PreviewTerms {
        requireNonNull(buttons, "buttons");
    }

    /** The buttons of previews. */
    public enum Buttons {
        /** None. */
        NONE,
        /** Those that open a page of Jenkins. */
        LINKS,
        /** Those that act. */
        ALL
    }
}
