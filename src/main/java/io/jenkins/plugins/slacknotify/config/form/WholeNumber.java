package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * A whole number that somebody may set, and what it may be. Jenkins, Configuration as Code and Groovy make another number of what is none,
 * without a word: of {@code 0.5} and of {@code soon} zero, and one of 4294967297. So whoever gets a value before they do asks here.
 *
 * @param option the name of the setting
 * @param least the smallest number, inclusive
 * @param most the largest number, inclusive
 * @param hint a sentence that says what to write, in the language of the reader
 */
public record WholeNumber(String option, int least, int most, Supplier<String> hint) {
    /** The length at which a value is cut in a message about it. */
    private static final int QUOTED = 60;

    /**
     * Checks that a number is within the limits, and returns it.
     *
     * @param value null where what was written is no whole number
     * @throws IllegalArgumentException with the hint, where it is null or beyond the limits
     */
    public int checked(@CheckForNull Integer value) {
        if (value == null || !isWithin(value)) {
            throw new IllegalArgumentException(hint.get());
        }
        return value;
    }

    private boolean isWithin(int value) {
        return value >= least && value <= most;
    }

    /** Returns whether {@link #parse} takes a value. */
    public boolean accepts(@CheckForNull Object written) {
        Integer value = read(written);
        return value != null && isWithin(value);
    }

    /**
     * Parses what stands in a file, a form or a script.
     *
     * @param written a text, or a number of any type
     * @throws IllegalArgumentException with the hint, where it is no whole number within the limits
     */
    public int parse(@CheckForNull Object written) {
        return checked(read(written));
    }

    /**
     * Parses as {@link #parse} does, with an error message that quotes the value, for readers who do not have the field before them.
     *
     * @throws IllegalArgumentException with the value and the hint
     */
    public int parseQuoted(@CheckForNull Object written) {
        if (!accepts(written)) {
            throw new IllegalArgumentException(refusal(written, hint.get()));
        }
        return parse(written);
    }

    /**
     * Says that a value cannot be taken, and what to write.
     *
     * @param hint a sentence
     */
    public static String refusal(@CheckForNull Object written, String hint) {
        return Messages.WholeNumber_refusal(Excerpt.truncateWithEllipsis(String.valueOf(written), QUOTED), hint);
    }

    /** Returns the message at the field of a form. */
    public FormValidation check(@CheckForNull String typed) {
        return FieldValidation.ofParser(() -> parse(typed));
    }

    /** Returns the whole number that was written; null where it is none, or too large for an {@code int}. */
    @CheckForNull
    public static Integer read(@CheckForNull Object written) {
        if (written == null) {
            return null;
        }
        try {
            return written instanceof Number number
                    ? Integer.valueOf(new BigDecimal(number.toString()).intValueExact())
                    : Integer.valueOf(written.toString().strip());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return null;
        }
    }
}
