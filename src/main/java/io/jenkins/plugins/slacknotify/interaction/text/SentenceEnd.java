package io.jenkins.plugins.slacknotify.interaction.text;

import java.util.regex.Pattern;

/** The punctuation that ends a sentence or a part of one, in any script. Behind a typed word, it is not a part of the word. */
public final class SentenceEnd {
    /**
     * A class of characters, as in a regular expression: the punctuation of Unicode that neither opens, closes nor joins, without what
     * names, values and paths end with. A colon is not in it, as behind a drive of Windows.
     */
    public static final String CHARACTERS = "[\\p{Po}&&[^\"'*/\\\\#%&@:]]";

    private static final Pattern BEHIND_WORD = Pattern.compile("(?<!^|" + CHARACTERS + ")" + CHARACTERS + "+$");

    private SentenceEnd() {}

    /** Returns a word without what ends the sentence behind it; as it is where it has nothing else. */
    public static String strip(String word) {
        return BEHIND_WORD.matcher(word).replaceFirst("");
    }
}
