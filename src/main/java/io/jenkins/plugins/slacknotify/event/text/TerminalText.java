package io.jenkins.plugins.slacknotify.event.text;

import java.util.regex.Pattern;

/** Text that was meant for a terminal. */
public final class TerminalText {
    /** A control sequence that colours a terminal (ECMA-48). */
    private static final Pattern COLOUR = Pattern.compile("\\u001b\\[[0-9;?]*[@-~]");

    private TerminalText() {}

    /** Returns a line without its colours. */
    public static String withoutColours(String line) {
        return line.indexOf('\u001b') < 0 ? line : COLOUR.matcher(line).replaceAll("");
    }
}
