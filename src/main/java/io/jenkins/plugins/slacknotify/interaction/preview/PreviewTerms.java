package io.jenkins.plugins.slacknotify.interaction.preview;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import java.util.Locale;

/**
 * The look of previews in one place. What of logs and tests they may show is decided before.
 *
 * @param language in which they are written; that of the Jenkins process where it is null
 * @param emoji with which the headlines of builds begin
 */
public record PreviewTerms(Buttons buttons, @CheckForNull Locale language, EmojiSet emoji) {
    public PreviewTerms {
        requireNonNull(buttons, "buttons");
        requireNonNull(emoji, "emoji");
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
