package io.jenkins.plugins.slacknotify.engine.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an emoji. Notifications keep it between colons, as people write it in Slack. */
public final class EmojiName {
    /** Slack's rule for the names of a workspace's own emoji, and what it appends to a name for the tone of a skin. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_'+-]{1,100}(::skin-tone-[2-6])?");

    private EmojiName() {}

    /**
     * Checks a name and puts it between colons.
     *
     * @param written the name with its colons or without
     * @throws IllegalArgumentException where that is not the name of an emoji
     */
    public static String normalize(String written) {
        String name = lowerCaseWithoutColons(written);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("reaction: " + noName(written));
        }
        return ":" + name + ":";
    }

    /** Returns a sentence about each of several that is not the name of an emoji; empty where all are. */
    public static Optional<String> validationError(List<String> written) {
        return written.stream()
                .filter(one -> !isName(one))
                .map(EmojiName::noName)
                .reduce((one, other) -> one + " " + other);
    }

    /** Whether that can be the name of an emoji, with its colons or without. */
    public static boolean isName(String written) {
        return NAME.matcher(lowerCaseWithoutColons(written)).matches();
    }

    private static String noName(String written) {
        return "'" + written
                + "' is not the name of an emoji. Write the name that Slack shows between colons, for example 'rocket'.";
    }

    private static String lowerCaseWithoutColons(String written) {
        return withoutColons(written).toLowerCase(Locale.ROOT);
    }

    /** The name without its colons, as Slack's API takes it. */
    public static String withoutColons(String emoji) {
        return emoji.replaceAll("^:|:$", "");
    }
}
