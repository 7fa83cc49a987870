package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.time.Duration;

/**
 * A question that a running build asks, and for whose answer it waits.
 *
 * @param id unique among the questions of the build, for ever
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

    /** Returns this question with its answer. */
    public InputQuestion withAnswer(InputAnswer newAnswer) {
        return new InputQuestion(id, text, newAnswer);
    }

    /** The way in which the wait for an answer ended. */
    public enum Ending {
        ANSWERED,
        REJECTED,
        /** No answer is known, for example because the time was over. */
        GIVEN_UP
    }

    /**
     * The answer to a question, or the end of the wait without one.
     *
     * @param by the name of whoever answered, for people; null where that is not known
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
