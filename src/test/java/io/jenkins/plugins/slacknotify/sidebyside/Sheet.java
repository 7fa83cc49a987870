package io.jenkins.plugins.slacknotify.sidebyside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one contender.
 *
 * @param subject what the rows are about
 * @param columns what is counted
 * @param rows the cells by the name of their row, as many as there are columns, in order
 */
record Sheet(String subject, List<String> columns, Map<String, List<String>> rows) {
    Sheet {
        columns = List.copyOf(columns);
        rows = new LinkedHashMap<>(rows);
        for (var row : rows.entrySet()) {
            if (row.getValue().size() != columns.size()) {
                throw new IllegalArgumentException("the row \"" + row.getKey() + "\" does not fit " + columns);
            }
        }
    }

    /**
     * Writes sheets with the same rows and columns as one Markdown table. Each column is there once for each contender, side
     * by side.
     *
     * @param sheets by the contenders' names
     */
    static String sideBySide(Map<String, Sheet> sheets) {
        var first = sheets.values().iterator().next();
        var head = new ArrayList<>(List.of(first.subject));
        for (var column : first.columns) {
            sheets.keySet().forEach(name -> head.add(column + ": " + name));
        }
        var lines = new ArrayList<>(List.of(line(head), "|" + "---|".repeat(head.size())));
        for (var row : first.rows.keySet()) {
            lines.add(line(cells(row, sheets)));
        }
        return String.join("\n", lines);
    }

    private static List<String> cells(String row, Map<String, Sheet> sheets) {
        var cells = new ArrayList<>(List.of(row));
        int columns = sheets.values().iterator().next().columns.size();
        for (int column = 0; column < columns; column++) {
            for (var sheet : sheets.values()) {
                if (!sheet.rows.containsKey(row)) {
                    throw new IllegalArgumentException("a sheet has no row \"" + row + '"');
                }
                cells.add(sheet.rows.get(row).get(column));
            }
        }
        return cells;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
