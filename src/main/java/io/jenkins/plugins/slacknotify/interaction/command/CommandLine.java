package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.interaction.page.PageAddress;
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
    private static final Pattern LINK = Pattern.compile(
            "(=[\"'“”„«]?)?<(?:(https?://|mailto:|tel:)([^|>]*)|#[A-Z0-9]+)(?:\\|([^>]*))?>", Pattern.CASE_INSENSITIVE);

    /** A link that is bold, italic or struck through, as it is in our own answers, from which people copy names. */
    private static final Pattern FORMATTED_LINK = Pattern.compile("(?<![^\\s\\p{Z}=])[*_~]*(<[^<>]*>)[*_~]*");

    /**
     * What nobody sees and nobody has typed: it comes with what was copied from a page. These are blanks without a width, hyphens where a
     * word may break, and the directions of a text. A joiner is none of them, as it holds an emoji together.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]");

    private static final Pattern FORMAT_OF_WORD = Pattern.compile("^[*_~]+|[*_~]+$");

    /** A command that is written as code as a whole. */
    private static final Pattern CODE = Pattern.compile("\\s*`{1,3}([^`]*)`{1,3}\\s*");

    /** The mentions with which a mention of the app begins. Slack writes a blank that does not break behind what was pasted. */
    private static final Pattern MENTION = Pattern.compile("^(?:[\\s\\p{Z}]*<@[A-Z0-9]+(?:\\|[^>]*)?>[:,]?)+");

    /** The mentions with which a message ends that calls the app last. */
    private static final Pattern LAST_MENTION =
            Pattern.compile("(?:[\\s\\p{Z}]+<@[A-Z0-9]+(?:\\|[^>]*)?>)+[\\s\\p{Z}.!?]*$");

    public CommandLine {
        words = List.copyOf(words);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads what Slack sends. Words with blanks stand in quotes of any kind. */
    public static CommandLine parse(String text) {
        List<CommandWord> words = words(text);
        List<String> rest = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (int index = 1; index < words.size(); index++) {
            boolean isBeforeValue =
                    index + 1 < words.size() && words.get(index + 1).value().isPresent();
            CommandWord word = isBeforeValue ? words.get(index).withoutComma() : words.get(index);
            word.value()
                    .ifPresentOrElse(
                            value -> values.put(value.getKey(), value.getValue()), () -> rest.add(word.text()));
        }
        return new CommandLine(name(words), rest, values);
    }

    /** Reads what Slack sends, for a command that has no values: what looks like one is a word. */
    static CommandLine parseWords(String text) {
        List<CommandWord> words = words(text);
        return new CommandLine(
                name(words), words.stream().skip(1).map(CommandWord::text).toList(), Map.of());
    }

    private static String name(List<CommandWord> words) {
        return words.isEmpty()
                ? ""
                : FORMAT_OF_WORD.matcher(words.get(0).text()).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static List<CommandWord> words(String text) {
        String typed = MENTION.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceFirst("");
        String plain = unescape(LINK.matcher(FORMATTED_LINK.matcher(typed).replaceAll("$1"))
                .replaceAll(
                        link -> Matcher.quoteReplacement(Objects.requireNonNullElse(link.group(1), "") + typed(link))));
        Matcher code = CODE.matcher(plain);
        List<CommandWord> words = CommandWord.split(code.matches() ? code.group(1) : plain);
        // Who writes in a thread, where Slack has no commands, may write the command as in a channel.
        return !words.isEmpty() && words.get(0).text().startsWith("/") ? words.subList(1, words.size()) : words;
    }

    /** Returns a message that mentions the app without the mention, where that is its last word and not its first. */
    static String withoutLastMention(String text) {
        return MENTION.matcher(text).find() ? text : LAST_MENTION.matcher(text).replaceFirst("");
    }

    /** Returns the other words as they were typed, such as a job's name with blanks. */
    public String text() {
        return String.join(" ", words);
    }

    /**
     * Writes a word so that {@link #parse} reads it as one; empty where it has all kinds of quotes, or ends with what makes a letter of
     * one.
     */
    public static Optional<String> quote(String word) {
        if (word.endsWith("\\")) {
            return Optional.empty();
        }
        if (word.chars().noneMatch(letter -> CommandWord.DOUBLE.indexOf(letter) >= 0)) {
            return Optional.of("\"" + word + "\"");
        }
        return word.chars().noneMatch(letter -> CommandWord.SINGLE.indexOf(letter) >= 0)
                ? Optional.of("'" + word + "'")
                : Optional.empty();
    }

    /** Writes a value so that {@link #parse} reads it as one, on the terms of {@link #quote}. */
    static Optional<String> quoteValue(String name, String value) {
        Optional<String> quotedName = CommandWord.isName(name) ? Optional.of(name) : quote(name);
        return quotedName.flatMap(written -> quote(value).map(quoted -> written + "=" + quoted));
    }

    /** Returns what was typed where Slack has made a link. */
    private static String typed(MatchResult link) {
        String scheme = link.group(2);
        String shown = link.group(4);
        if (scheme == null) {
            return shown == null || shown.isEmpty() ? link.group() : "#" + shown;
        }
        String target = link.group(3);
        boolean isAddress = PageAddress.isAddress(scheme);
        // Slack writes the scheme before what has none. A path makes it an address all the same, unless it is a value.
        boolean isCompleted = shown != null && (target.equals(shown) || target.equals(shown + "/"));
        boolean isMeantAsText = link.group(1) != null || shown != null && shown.indexOf('/') < 0;
        return !isAddress || isCompleted && isMeantAsText ? Objects.requireNonNullElse(shown, target) : scheme + target;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
