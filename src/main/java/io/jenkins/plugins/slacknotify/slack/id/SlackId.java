package io.jenkins.plugins.slacknotify.slack.id;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of Slack's ids, and what they look like: capital letters and digits, the first for the kind. Whether there is such a thing,
 * only Slack knows. A word in capitals, such as {@code DEPLOYS}, looks like an id as well.
 */
public enum SlackId {
    MEMBER("[UW]"),
    CHANNEL("C"),
    /** A private channel that was made before those got the ids of channels, and a conversation of several people. */
    GROUP("G"),
    /** The conversation of the app with one person. */
    DIRECT_MESSAGE("D"),
    USER_GROUP("S"),
    WORKSPACE("T"),
    /** An Enterprise Grid organisation. */
    ORGANISATION("E"),
    APP("A");

    /** The longest text that counts as an id. Slack promises no length, and has made ids of 9 and 11. */
    public static final int MAX_LENGTH = 21;

    private static final String REST = "[A-Z0-9]{6," + (MAX_LENGTH - 1) + "}";

    private final String first;
    private final Pattern pattern;

    SlackId(String first) {
        this.first = first;
        this.pattern = Pattern.compile(first + REST);
    }

    /** Returns whether a text looks like an id of this kind. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** Returns whether a text looks like an id of one of some kinds. */
    public static boolean isAny(String text, SlackId... kinds) {
        return Stream.of(kinds).anyMatch(kind -> kind.matches(text));
    }

    /** Returns whether a text looks like an id of somebody or something to which a message can go. */
    public static boolean isAddressee(String text) {
        return isAny(text, CHANNEL, GROUP, DIRECT_MESSAGE, MEMBER);
    }

    /** Returns a regular expression, without a group to capture, for an id of one of some kinds. */
    public static String regex(SlackId... kinds) {
        return "(?:" + Stream.of(kinds).map(kind -> kind.first).collect(Collectors.joining("|")) + ")" + REST;
    }
}
