package io.jenkins.plugins.slacknotify.interaction.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    /** Slack's markup of an address: {@code <https://…>} or {@code <https://…|shown>}. */
    private static final Pattern LINK = Pattern.compile("<(https?://[^|>]*)(?:\\|[^>]*)?>");

    /** The mentions with which a mention of the app begins. */
    private static final Pattern MENTION = Pattern.compile("^(?:\\s*<@[A-Z0-9]+(?:\\|[^>]*)?>:?)+");

    private static final Pattern VALUE = Pattern.compile("([A-Za-z_][\\w.-]*)=(.*)", Pattern.DOTALL);

    public CommandLine {
        words = List.copyOf(words);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads what Slack sends. Words with blanks stand in quotes of any kind. */
    public static CommandLine parse(String text) {
        String plain =
                unescape(LINK.matcher(MENTION.matcher(text).replaceFirst("")).replaceAll("$1"));
        List<String> words = split(plain);
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

    /** Writes a word so that {@link #parse} reads it as one; empty where it has quotes of its own. */
    public static Optional<String> quote(String word) {
        return word.chars().anyMatch(letter -> opens((char) letter))
                ? Optional.empty()
                : Optional.of("\"" + word + "\"");
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
                if (letter == end || isSameKind(letter, end)) {
                    end = 0;
                } else {
                    word.append(letter);
                }
            } else if (opens(letter) && (word.isEmpty() || word.charAt(word.length() - 1) == '=')) {
                end = letter;
                isWord = true;
            } else if (Character.isWhitespace(letter) || letter == '\u00a0') {
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

    /** Keyboards of phones write “ and ” for a quote. */
    private static boolean opens(char letter) {
        return letter == '"' || letter == '\'' || letter == '“' || letter == '”' || letter == '„';
    }

    private static boolean isSameKind(char letter, char opening) {
        return opening != '\'' && (letter == '"' || letter == '“' || letter == '”');
    }
}
