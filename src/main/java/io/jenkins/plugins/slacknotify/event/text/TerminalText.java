package io.jenkins.plugins.slacknotify.event.text;

import java.util.regex.Pattern;

/** Text that was meant for a terminal. */
public final class TerminalText {
    /**
     * A sequence that controls a terminal (ECMA-48): colours and movements; titles and links, which end with BEL or ST; and the short
     * ones of two or three characters.
     */
    private static final Pattern CONTROL = Pattern.compile("\\u001b(?:\\[[0-9:;<=>?]*[ -/]*[@-~]"
            + "|[\\]P^_X][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)|[ -/]+[0-~]|[0-~])");

    private TerminalText() {}

    /** Returns a line without its colours, and without all else that is no text. */
    public static String withoutColours(String line) {
        return line.indexOf('\u001b') < 0 ? line : CONTROL.matcher(line).replaceAll("");
    }

    /** Returns what a terminal shows in the end of a line that was written over, as progress bars are. */
    public static String lastOverwritten(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        return line.substring(line.lastIndexOf('\r', end - 1) + 1, end);
    }
}
