package io.jenkins.plugins.slacknotify.message.text;

import java.util.regex.Pattern;

/** Formats lines of a log for a code block of mrkdwn. */
public final class LogLineFormatter {
    private static final int LIMIT = 300;
    private static final int MAX_INDENT = 40;

    /** A control sequence that colours a terminal (ECMA-48). */
    private static final Pattern COLOUR = Pattern.compile("\\u001b\\[[0-9;?]*[@-~]");

    private LogLineFormatter() {}

    /**
     * Escapes a line, shortens it, and removes what would end the code block. The indent stays, up to 40 spaces.
     *
     * @return empty for a blank line
     */
    public static String format(String line) {
        String plain = COLOUR.matcher(line).replaceAll("").replace("\t", "    ");
        int indent = Math.min(plain.length() - plain.stripLeading().length(), MAX_INDENT);
        return plain.isBlank() ? "" : " ".repeat(indent) + Mrkdwn.line(plain, LIMIT);
    }
}
