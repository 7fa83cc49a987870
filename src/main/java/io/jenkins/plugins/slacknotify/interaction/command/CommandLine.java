package io.jenkins.plugins.slacknotify.interaction.command;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The line that a member has typed.
 *
 * @param name the first word, in small letters; empty where nothing was typed
 * @param words the other words that set no value
 * @param values what was typed as {@code name=value}, in the order in which it was typed
 * @param unquoted the names of the values that end in no quotes of their own and in no link, so that who has typed them may not know where they
 *     end
 * @param quoted the places, from 0, of the words that stand in quotes, so that they are meant as they are
 * @param behindValue the first of the words that stands right behind a value without quotes, so that it may be the rest of that; null where
 *     none does
 */
public record CommandLine(
        String name,
        List<String> words,
        Map<String, String> values,
        Set<String> unquoted,
        Set<Integer> quoted,
        @CheckForNull String behindValue) {
    private static final Pattern INVISIBLE = Pattern.compile(PastedText.INVISIBLE);

    private static final Pattern AROUND_NAME = Pattern.compile("^[*_]+|(?<=[\\p{L}\\p{N}])\\p{P}+$");

    private static final Pattern CODE = Pattern.compile("\\s*`{1,3}([^`]*)`{1,3}\\s*");

    /** A blank that does not break, which Slack writes behind what was pasted, and which looks like any other in a value. */
    private static final Pattern BLANK = Pattern.compile("[\u00A0\u202F]");

    /** Hyphens of printed texts, one of which does not break. In a value they look like that of a keyboard. */
    private static final Pattern HYPHEN = Pattern.compile("[\u2010\u2011]");

    /** Punctuation at the end of a line behind a blank, as the French write it. */
    private static final Pattern END_APART = Pattern.compile("(\\s\\S++)\\s++(" + SentenceEnd.CHARACTERS + "++)$");

    /** Quotes for a word that has all quotes of a keyboard. */
    private static final List<String> RARE_QUOTES = List.of("「」", "『』");

    /** The mentions with which a mention of the app begins. Slack writes a blank that does not break behind what was pasted. */
    private static final Pattern MENTION = Pattern.compile("^(?:[\\s\\p{Z}]*+<@[A-Z0-9]++(?:\\|[^>]*+)?+>[:,]?+)++");

    /** The mention with which a message ends that calls the app last. One before it is that of somebody else. */
    private static final Pattern LAST_MENTION =
            Pattern.compile("(?<![\\s\\p{Z}])[\\s\\p{Z}]++<@[A-Z0-9]++(?:\\|[^>]*+)?+>[\\s\\p{Z}.!?]*+$");

    public CommandLine {
        words = List.copyOf(words);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        unquoted = Set.copyOf(unquoted);
        quoted = Set.copyOf(quoted);
    }

    /** Makes a line whose values are as they stand there. */
    public CommandLine(String name, List<String> words, Map<String, String> values) {
        this(name, words, values, Set.of(), Set.of(), null);
    }

    /** Reads what Slack sends, for a command that has values. Words with blanks stand in quotes of any kind. */
    public static CommandLine parse(String text) {
        return parse(separated(words(text)), CommandWord::value);
    }

    /** Reads what Slack sends, for a command that has no values: what looks like one is a word. */
    static CommandLine parseWords(String text) {
        return parse(words(text), word -> Optional.empty());
    }

    /** Reads a sentence that begins with no command: its first word is one like all others. */
    static CommandLine parseSentence(String text) {
        return parse("", words(text), word -> Optional.empty());
    }

    private static CommandLine parse(
            List<CommandWord> words, Function<CommandWord, Optional<Map.Entry<String, String>>> valueOf) {
        return parse(name(words), words.subList(Math.min(1, words.size()), words.size()), valueOf);
    }

    private static CommandLine parse(
            String name, List<CommandWord> words, Function<CommandWord, Optional<Map.Entry<String, String>>> valueOf) {
        List<String> rest = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> unquoted = new HashSet<>();
        Set<Integer> quoted = new HashSet<>();
        String behindValue = null;
        boolean isBehind = false;
        for (CommandWord word : words) {
            Map.Entry<String, String> value = valueOf.apply(word).orElse(null);
            if (value == null) {
                if (word.isQuoted()) {
                    quoted.add(rest.size());
                }
                rest.add(word.text());
                behindValue = behindValue == null && isBehind ? word.text() : behindValue;
            } else {
                values.put(value.getKey(), value.getValue());
                if (word.isPlain()) {
                    unquoted.add(value.getKey());
                }
            }
            isBehind = value != null && !word.isQuoted();
        }
        return new CommandLine(name, rest, values, unquoted, quoted, behindValue);
    }

    /**
     * Says what of a command that takes values can be meant in more than one way, so that nothing is to be done; empty where nothing is.
     */
    static Optional<String> ambiguity(String text) {
        return Ambiguity.of(separated(words(text)));
    }

    private static String name(List<CommandWord> words) {
        return words.isEmpty()
                ? ""
                : AROUND_NAME
                        .matcher(Normalizer.normalize(words.get(0).text(), Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
    }

    private static List<CommandWord> words(String text) {
        TypedLinks typed = TypedLinks.of(MENTION.matcher(visible(text)).replaceFirst(""));
        String line = unformatted(typed.text());
        Matcher code = CODE.matcher(line);
        return CommandWord.split(
                        END_APART.matcher(code.matches() ? code.group(1) : line).replaceFirst("$1$2"))
                .stream()
                .map(typed::restore)
                .toList();
    }

    private static String visible(String text) {
        String blanks = BLANK.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
        return HYPHEN.matcher(blanks).replaceAll("-");
    }

    /** Returns words without what parts each from a value behind it. */
    private static List<CommandWord> separated(List<CommandWord> words) {
        return IntStream.range(0, words.size())
                .mapToObj(index ->
                        index + 1 < words.size() && words.get(index + 1).value().isPresent()
                                ? words.get(index).withoutSeparator()
                                : words.get(index))
                .toList();
    }

    /** Returns a line without the marks that make it bold or italic as a whole. */
    private static String unformatted(String text) {
        String line = text.strip();
        int last = line.length() - 1;
        String mark = last < 2 ? "" : line.substring(0, 1);
        if (!mark.equals("*") && !mark.equals("_") || !line.endsWith(mark)) {
            return line;
        }
        String within = line.substring(1, last);
        String quoted = Pattern.quote(mark);
        Pattern edge = Pattern.compile("(?<![\\p{L}\\p{N}])" + quoted + "|" + quoted + "(?![\\p{L}\\p{N}])");
        return edge.matcher(within).find() ? line : unformatted(within);
    }

    /**
     * Returns a message without the name of the app before its command: who writes in a thread, where Slack has no slash commands, or to
     * the app alone, may write as in a channel. Any other word there is kept.
     *
     * @param slash the slash command, such as {@code /jenkins}; {@code @jenkins}, {@code !jenkins} and {@code jenkins} mean the same
     * @param isCommand whether a word is a command, so that it is no name of the app by itself
     */
    static String withoutAppName(String text, String slash, Predicate<String> isCommand) {
        String command = MENTION.matcher(visible(text)).replaceFirst("").strip();
        String name = slash.replaceFirst("^/", "");
        Matcher called = Pattern.compile(
                        (isCommand.test(name) ? "[/@!]" : "[/@!]?") + Pattern.quote(name) + "[:,]?(?=\\s|$)",
                        Pattern.CASE_INSENSITIVE)
                .matcher(command);
        return !name.isEmpty() && called.lookingAt() ? command.substring(called.end()) : text;
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
        if (word.chars().noneMatch(letter -> CommandWord.SINGLE.indexOf(letter) >= 0)) {
            return Optional.of("'" + word + "'");
        }
        return RARE_QUOTES.stream()
                .filter(pair -> word.indexOf(pair.charAt(1)) < 0)
                .map(pair -> pair.charAt(0) + word + pair.charAt(1))
                .findFirst();
    }

    /** Writes a value so that {@link #parse} reads it as one, on the terms of {@link #quote}. */
    static Optional<String> quoteValue(String name, String value) {
        Optional<String> quotedName = CommandWord.isName(name) ? Optional.of(name) : quote(name);
        return quotedName.flatMap(written -> quote(value).map(quoted -> written + "=" + quoted));
    }
}
