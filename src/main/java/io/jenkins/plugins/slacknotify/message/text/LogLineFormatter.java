package io.jenkins.plugins.slacknotify.message.text;

import java.util.regex.Pattern;

/** Makes lines of a log fit into a code block of mrkdwn. */
public final class LogLineFormatter {
    private static final int LIMIT = 300;
    private static final int DEEPEST = 40;

    /** What colours a terminal (ECMA-48). */
    private static final Pattern COLOUR = Pattern.compile("\\u001b\\[[0-9;?]*[@-~]");

    private LogLineFormatter() {}

    /** Escaped, without the marks that would end the block; what stands at the beginning stays there. */
    public static String format(String line) {
        String plain = COLOUR.matcher(line).replaceAll("").replace("\t", "    ");
        int indent = Math.min(plain.length() - plain.stripLeading().length(), DEEPEST);
        return plain.isBlank() ? "" : " ".repeat(indent) + Mrkdwn.line(plain, LIMIT);
    }
}
