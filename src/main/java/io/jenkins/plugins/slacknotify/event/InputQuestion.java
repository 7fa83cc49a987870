package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.time.Duration;
import java.util.List;

/**
 * A question that a running build asks, and for whose answer it waits.
 *
 * @param id unique among the questions of the build, for ever
 * @param text what the build asks; null where that is not known
 * @param answer null while nobody has answered
 * @param details what else is known of it; null where that is nothing, as in what an earlier version has stored
 */
public record InputQuestion(
        String id,
        @CheckForNull String text,
        @CheckForNull InputAnswer answer,
        @CheckForNull InputDetails details) {
    private static final int MAX_TEXT = 300;

    public InputQuestion {
        requireNonNull(id, "id");
        text = Excerpt.truncateNullable(text, MAX_TEXT);
    }

    /** Creates a question of which no more is known. */
    public InputQuestion(String id, @CheckForNull String text, @CheckForNull InputAnswer answer) {
        this(id, text, answer, null);
    }

    public InputQuestion withAnswer(InputAnswer newAnswer) {
        return new InputQuestion(id, text, newAnswer, details);
    }

    /** Returns this question with its details; null for none. */
    public InputQuestion withDetails(@CheckForNull InputDetails newDetails) {
        return new InputQuestion(id, text, answer, newDetails);
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
     * @param by the name of whoever answered, for people, or the names of all who had to; null where that is not known
     * @param after how long the build waited; null where that is not known
     * @param values what was filled in, each as its name and its value, such as {@code version = 1.4}; possibly empty, never null,
     *     and without secrets
     * @param reason why it was rejected, in the words of whoever did so; null where they have given no reason
     */
    public record InputAnswer(
            Ending ending,
            @CheckForNull String by,
            @CheckForNull Duration after,
            List<String> values,
            @CheckForNull String reason) {
        /** Up to five people may have had to approve. */
        private static final int MAX_NAME = 300;

        private static final int MAX_VALUE = 200;
        private static final int VALUES_KEPT = 10;
        private static final int MAX_REASON = 200;

        /** Creates an answer in which nothing was filled in. */
        public InputAnswer(Ending ending, @CheckForNull String by, @CheckForNull Duration after) {
            this(ending, by, after, List.of());
        }

        /** Creates an answer without a reason. */
        public InputAnswer(Ending ending, @CheckForNull String by, @CheckForNull Duration after, List<String> values) {
            this(ending, by, after, values, null);
        }

        /** Returns this answer with a reason. */
        public InputAnswer withReason(@CheckForNull String newReason) {
            return new InputAnswer(ending, by, after, values, newReason);
        }

        public InputAnswer {
            requireNonNull(ending, "ending");
            by = Excerpt.truncateNullable(by, MAX_NAME);
            values = values.stream()
                    .limit(VALUES_KEPT)
                    .map(value -> Excerpt.truncate(value, MAX_VALUE))
                    .toList();
            reason = Excerpt.truncateNullable(reason, MAX_REASON);
        }
    }
}
