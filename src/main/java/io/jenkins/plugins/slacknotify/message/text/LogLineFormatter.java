package io.jenkins.plugins.slacknotify.message.text;

import io.jenkins.plugins.slacknotify.event.text.TerminalText;

/** Formats lines of a log for a code block of mrkdwn. */
public final class LogLineFormatter {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_INDENT = 40;

    private LogLineFormatter() {}

    /**
     * Escapes a line, shortens it, and removes what would end the code block. The indent stays, up to 40 spaces.
     *
     * @return empty for a blank line
     */
    public static String format(String line) {
        String plain = TerminalText.withoutColours(line).replace("\t", "    ");
        int indent = Math.min(plain.length() - plain.stripLeading().length(), MAX_INDENT);
        return plain.isBlank() ? "" : " ".repeat(indent) + Mrkdwn.line(plain, MAX_LENGTH);
    }
}
