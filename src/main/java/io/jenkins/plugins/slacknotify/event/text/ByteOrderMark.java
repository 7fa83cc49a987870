package io.jenkins.plugins.slacknotify.event.text;

/** The sign with which programs of Windows begin a file. It is no part of the text, and nobody sees it. */
public final class ByteOrderMark {
    private static final String MARK = "\uFEFF";

    private ByteOrderMark() {}

    /** Returns a text without the mark that it begins with; one that begins otherwise as it is. */
    public static String removeFrom(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
