package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as it arrives from Slack, which need not be what somebody meant to the letter: a keyboard writes other dashes, quotes and
 * blanks, a letter with an accent may be one character or two, an emoji arrives as {@code :rocket:}, and what was copied is still bold;
 * what is struck through is not meant. What ends a sentence is no part of the name before it: Jenkins allows no question mark in a name,
 * and no dot at its end.
 */
final class TypedName {
    private static final String BEHIND = "[*_" + SentenceEnd.CHARACTERS + "]";
    private static final Pattern AROUND = Pattern.compile("^[*_]+|(?<!" + BEHIND + ")" + BEHIND + "+$");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}+");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018-\u201B\u2032\u00B4]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201C-\u201F\u2033]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** A name that is plain already, as most are. A shortcut: a search reads thousands of names. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9/._]*+(?:-[a-z0-9/._]++)*+");

    /** A part of any emoji: no letter, and nothing of ASCII but the digit of a key. */
    private static final String PART = "(?:[0-9#*](?=[\\x{FE0F}\\x{20E3}])|[^\\p{L}\\x{0}-\\x{7F}])";

    /**
     * An emoji, also one with the colour of a skin, {@code :wave::skin-tone-2:}. The pattern takes all characters behind it that
     * may belong to it, so that there is one way only to match a text.
     */
    private static final Pattern EMOJI = Pattern.compile("(?::[a-z0-9_+'-]+:" + PART + "*+)++");

    private static final String ANY_EMOJI = PART + "++";

    private final Pattern pattern;

    TypedName(String typed) {
        String name = AROUND.matcher(plain(typed)).replaceAll("").strip();
        StringBuilder regex = new StringBuilder("(?:.*/)?");
        Matcher emoji = EMOJI.matcher(name);
        int end = 0;
        while (emoji.find()) {
            regex.append(Pattern.quote(name.substring(end, emoji.start()))).append(ANY_EMOJI);
            end = emoji.end();
        }
        regex.append(Pattern.quote(name.substring(end)));
        this.pattern = name.isEmpty() ? Pattern.compile("(?!)") : Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Returns whether a {@linkplain #plain plain} name, or the end of it behind a slash, may be meant. */
    boolean isMeant(String plainName) {
        return pattern.matcher(plainName).matches();
    }

    /** Returns a name in the one form of all that a keyboard may make of it. */
    static String plain(String name) {
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        String quotes = DOUBLE_QUOTES
                .matcher(SINGLE_QUOTES.matcher(name).replaceAll("'"))
                .replaceAll("\"");
        String composed = Normalizer.normalize(quotes, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(DASHES.matcher(composed).replaceAll("-"))
                .replaceAll(" ")
                .strip();
    }
}
