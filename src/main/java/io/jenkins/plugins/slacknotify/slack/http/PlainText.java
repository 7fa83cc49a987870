package io.jenkins.plugins.slacknotify.slack.http;

import java.util.regex.Pattern;

/** Makes a text from a server fit for one line of a log: without control characters, and not endless. */
public final class PlainText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int MAX_LENGTH = 300;

    private PlainText() {}

    public static String of(String foreign) {
        String line = line(foreign);
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }

    /** Returns a text as one line, without cutting it. */
    public static String line(String foreign) {
        return CONTROL.matcher(foreign).replaceAll(" ").strip();
    }
}
