package io.jenkins.plugins.slacknotify.config.form;

import hudson.util.EditDistance;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The names of options that a script may write, for what to say of one that does not exist. */
public final class OptionNames {
    /** The length at which a name is truncated in a message about it. */
    private static final int QUOTED = 60;

    /** The number of changed letters by which a misspelt option is recognized. */
    private static final int MISSPELT = 2;

    private OptionNames() {}

    /**
     * Refuses options of a script that do not exist; Jenkins itself leaves them out.
     *
     * @param owner what has the options, as the script calls it
     * @throws IllegalArgumentException for the first one that does not exist
     */
    public static void require(String owner, Collection<String> options, Collection<String> given) {
        given.stream().filter(name -> !options.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(unknown(owner, name, options));
        });
    }

    /**
     * Says that there is no such option, and which may be meant.
     *
     * @param owner what has the options, as the script calls it
     */
    public static String unknown(String owner, String name, Collection<String> options) {
        String hint = options.stream()
                .filter(option -> distance(option, name) <= MISSPELT)
                .min(Comparator.comparingInt(option -> distance(option, name)))
                .map(option -> "Did you mean '" + option + "'?")
                .orElseGet(() -> "It has: " + String.join(", ", options) + ".");
        return unknown(owner, name) + " " + hint;
    }

    /** Says that there is no such option, and nothing else. */
    public static String unknown(String owner, String name) {
        return owner + " has no option '" + Excerpt.truncateWithEllipsis(name, QUOTED) + "'.";
    }

    private static int distance(String option, String name) {
        return EditDistance.editDistance(option.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
