package io.jenkins.plugins.slacknotify.interaction.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a member has typed.
 *
 * @param name the first word, in small letters; empty where nothing was typed
 * @param words the other words that set no value
 * @param values what was typed as {@code name=value}, in the order in which it was typed
 */
public record CommandLine(String name, List<String> words, Map<String, String> values) {
    /**
     * Slack's markup of what it has made a link of by itself: an address, {@code <https://…>}; a name that looks like one,
     * {@code <http://shop.io|shop.io>}; {@code <mailto:…|…>} and {@code <tel:…|…>}; and a channel, {@code <#C…|ops>}.
     */
    private static final Pattern LINK =
            Pattern.compile("(=[\"'“”„]?)?<(?:(https?://|mailto:|tel:)([^|>]*)|#[A-Z0-9]+)(?:\\|([^>]*))?>");

    /** What nobody sees and nobody has typed: it comes with what was copied from a page. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B\u2060\uFEFF]");

    private static final String DOUBLE = "\"“”";
    private static final String SINGLE = "'‘’";

    /** A command that is written as code as a whole. */
    private static final Pattern CODE = Pattern.compile("\\s*`{1,3}([^`]*)`{1,3}\\s*");

    /** The mentions with which a mention of the app begins. */
    private static final Pattern MENTION = Pattern.compile("^(?:\\s*<@[A-Z0-9]+(?:\\|[^>]*)?>:?)+");

    private static final Pattern VALUE = Pattern.compile("([A-Za-z_][\\w.-]*)=(.*)", Pattern.DOTALL);

    public CommandLine {
        words = List.copyOf(words);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads what Slack sends. Words with blanks stand in quotes of any kind. */
    public static CommandLine parse(String text) {
        String typed = INVISIBLE.matcher(text).replaceAll("");
        String plain = unescape(LINK.matcher(MENTION.matcher(typed).replaceFirst(""))
                .replaceAll(
                        link -> Matcher.quoteReplacement(Objects.requireNonNullElse(link.group(1), "") + typed(link))));
        Matcher code = CODE.matcher(plain);
        List<String> words = split(code.matches() ? code.group(1) : plain);
        if (words.isEmpty()) {
            return new CommandLine("", List.of(), Map.of());
        }
        List<String> rest = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            Matcher value = VALUE.matcher(word);
            if (value.matches()) {
                values.put(value.group(1), value.group(2));
            } else {
                rest.add(word);
            }
        }
        return new CommandLine(words.get(0).toLowerCase(Locale.ROOT), rest, values);
    }

    /** Returns the other words as they were typed, such as a job's name with blanks. */
    public String text() {
        return String.join(" ", words);
    }

    /** Writes a word so that {@link #parse} reads it as one; empty where it has all kinds of quotes. */
    public static Optional<String> quote(String word) {
        if (word.chars().noneMatch(letter -> DOUBLE.indexOf(letter) >= 0)) {
            return Optional.of("\"" + word + "\"");
        }
        return word.chars().noneMatch(letter -> SINGLE.indexOf(letter) >= 0)
                ? Optional.of("'" + word + "'")
                : Optional.empty();
    }

    /** Returns what was typed where Slack has made a link. */
    private static String typed(MatchResult link) {
        String scheme = link.group(2);
        String shown = link.group(4);
        if (scheme == null) {
            return shown == null || shown.isEmpty() ? link.group() : "#" + shown;
        }
        String target = link.group(3);
        boolean isAddress = scheme.startsWith("http");
        // Slack writes the scheme before what has none. A path makes it an address all the same, unless it is a value.
        boolean isCompleted = shown != null && (target.equals(shown) || target.equals(shown + "/"));
        boolean isMeantAsText = link.group(1) != null || shown != null && shown.indexOf('/') < 0;
        return !isAddress || isCompleted && isMeantAsText ? Objects.requireNonNullElse(shown, target) : scheme + target;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isWord = false;
        char end = 0;
        for (char letter : text.toCharArray()) {
            if (end != 0) {
                if (closes(letter, end)) {
                    end = 0;
                } else {
                    word.append(letter);
                }
            } else if (opens(letter) && (word.isEmpty() || word.charAt(word.length() - 1) == '=')) {
                end = letter;
                isWord = true;
            } else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                if (isWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isWord = false;
            } else {
                word.append(letter);
                isWord = true;
            }
        }
        if (isWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Keyboards of phones write “ and ‘ for quotes, and who copies from a manual copies what stands between backticks. */
    private static boolean opens(char letter) {
        return DOUBLE.indexOf(letter) >= 0 || letter == '„' || SINGLE.indexOf(letter) >= 0 || letter == '`';
    }

    private static boolean closes(char letter, char opening) {
        if (opening == '`') {
            return letter == '`';
        }
        return (SINGLE.indexOf(opening) >= 0 ? SINGLE : DOUBLE).indexOf(letter) >= 0;
    }
}
