package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A row of the table of a list.
 *
 * @param key of the element
 * @param label its name
 * @param note what is to be known of it, such as that it is switched off; null for nothing
 * @param cells what stands in the columns after the name
 * @param disabled whether it is switched off
 */
public record ElementRow(
        ElementKey key, String label, @CheckForNull String note, List<Cell> cells, boolean disabled) {
    /** A cell: the heading of its column, and its lines. */
    public record Cell(String heading, List<String> lines) {}

    /** Returns whether a text stands somewhere in the row, in capitals or not. */
    boolean contains(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(label), cells.stream().flatMap(cell -> cell.lines().stream()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(lower));
    }
}
