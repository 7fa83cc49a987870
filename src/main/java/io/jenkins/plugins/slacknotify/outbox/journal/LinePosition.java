package io.jenkins.plugins.slacknotify.outbox.journal;

import java.util.Comparator;

/**
 * The position of a line in a {@link Journal}. No two lines have the same one; a line that was appended later has a
 * greater one.
 *
 * @param segment the number of the file
 * @param offset in bytes
 * @param length in bytes, with all that frames the line
 */
public record LinePosition(int segment, int offset, int length) implements Comparable<LinePosition> {
    private static final Comparator<LinePosition> ORDER =
            Comparator.comparingInt(LinePosition::segment).thenComparingInt(LinePosition::offset);

    @Override
    public int compareTo(LinePosition other) {
        return ORDER.compare(this, other);
    }

    /** Returns whether this line was appended before another one. */
    public boolean isBefore(LinePosition other) {
        return compareTo(other) < 0;
    }
}
