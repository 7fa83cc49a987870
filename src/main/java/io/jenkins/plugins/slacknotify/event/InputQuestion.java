package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.time.Duration;

/**
 * What a build waits for somebody to answer.
 *
 * @param id tells it from the other questions of the build, for ever
 * @param text what the build asks; null where that is not known
 * @param answer null while nobody has answered
 */
public record InputQuestion(
        String id, @CheckForNull String text, @CheckForNull InputAnswer answer) {
    private static final int TEXT_LIMIT = 300;

    public InputQuestion {
        requireNonNull(id, "id");
        text = Excerpt.truncateNullable(text, TEXT_LIMIT);
    }

    /** The same, answered. */
    public InputQuestion with(InputAnswer newAnswer) {
        return new InputQuestion(id, text, newAnswer);
    }

    /** How it ended that a build waited. */
    public enum Ending {
        ANSWERED,
        REJECTED,
        /** Nobody said anything that is known of, for example before the time was over. */
        GIVEN_UP
    }

    /**
     * The end of it.
     *
     * @param by the name for people of who answered; null where that is not known
     * @param after how long the build waited; null where that is not known
     */
    public record InputAnswer(
            Ending ending,
            @CheckForNull String by,
            @CheckForNull Duration after) {
        private static final int NAME_LIMIT = 100;

        public InputAnswer {
            requireNonNull(ending, "ending");
            by = Excerpt.truncateNullable(by, NAME_LIMIT);
        }
    }
}
