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

    /** A colour or style without its control character. Possessive, so that no text is too long for the stack. */
    private static final Pattern TORN = Pattern.compile("\\[(?:\\d{1,3}(?:;\\d{1,3})*+)?m");

    /** The code that ends colours and styles, without its control character. */
    private static final Pattern END_OF_COLOUR = Pattern.compile("\\[(?:0|2[1-9]|39|49)?m");

    private TerminalText() {}

    /** Returns a line without the colours and the other control sequences of a terminal. */
    public static String withoutColours(String line) {
        return line.indexOf('\u001b') < 0 ? line : CONTROL.matcher(line).replaceAll("");
    }

    /**
     * Returns a line without its colours, though the control character that each begins with is lost, as XML cannot hold it. Something like
     * {@code rate(x[5m])} stays, unless the line also has what ends a colour.
     */
    public static String withoutTornColours(String line) {
        String plain = withoutColours(line);
        return END_OF_COLOUR.matcher(plain).find() ? TORN.matcher(plain).replaceAll("") : plain;
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
