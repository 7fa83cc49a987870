package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/** The emoji of a reaction. As the text of a notification it stands between colons, as in Slack. */
public final class EmojiName {
    /** Slack's rule for the names of a workspace's own emoji, and what it puts behind a name for the tone of a skin. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_'+-]{1,100}(::skin-tone-[2-6])?");

    private EmojiName() {}

    /**
     * @param written the name with its colons or without
     * @return the name between colons
     * @throws IllegalArgumentException where that is no name of an emoji
     */
    public static String normalize(String written) {
        String name = written.replaceAll("^:|:$", "").toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "reaction: '" + written + "' is no name of an emoji. Write the name that Slack"
                            + " shows between colons, for example 'rocket'.");
        }
        return ":" + name + ":";
    }

    /** As Slack wants to have it. */
    public static String nameOf(Notification reaction) {
        return requireNonNull(reaction.text()).replaceAll("^:|:$", "");
    }
}
