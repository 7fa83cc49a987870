package io.jenkins.plugins.slacknotify.slack.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** The detail of a failure of the network, with the host to which the connection should lead, once. */
public final class FailureDetail {
    private FailureDetail() {}

    /**
     * Joins the host and what Java says of the failure. Java's own text has the host's name in it at some failures and not at others,
     * such as {@code slack.com: Name or service not known} and {@code Connection reset}; and it may name a proxy alone.
     *
     * @param authority the host, with its port where that is unusual
     * @param text what Java says; it holds no secret
     */
    public static String of(String authority, String text) {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String name = hasPort ? authority.substring(0, colon) : authority;
        String rest = withoutHost(text, name);
        if (rest.isBlank()) {
            return authority;
        }
        boolean isNamed = contains(rest, name) && (!hasPort || contains(rest, authority.substring(colon + 1)));
        return isNamed ? rest : authority + ": " + rest;
    }

    /** The text without the host and a colon at its start, however often it is there. */
    private static String withoutHost(String text, String name) {
        String rest = text.strip();
        while (rest.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT))
                && (rest.length() == name.length() || rest.startsWith(": ", name.length()))) {
            rest = rest.substring(Math.min(rest.length(), name.length() + 2)).strip();
        }
        return rest;
    }

    /** Whether a text has the host or the port as a whole, and not as a part of another. */
    private static boolean contains(String text, String wanted) {
        return Pattern.compile(
                        "(?<![\\w.-])" + Pattern.quote(wanted) + "(?![\\w-]|\\.\\w)",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
