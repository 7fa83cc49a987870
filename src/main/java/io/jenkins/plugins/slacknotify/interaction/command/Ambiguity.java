package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.interaction.text.SmartPunctuation;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds those words of a command with values that have more than one meaning. Words in quotes have one meaning only. */
final class Ambiguity {
    /** Punctuation at the end of a word, as phone keyboards add it, or a backslash that continues a line. */
    private static final Pattern END = Pattern.compile("(?<=[\\p{L}\\p{N}/])[\\\\" + SentenceEnd.CHARACTERS + "]+$");

    private static final String FORMATS = "*_~";
    private static final String QUOTES = "\"'’";

    private Ambiguity() {}

    /**
     * Returns what is to be said, and no more done; empty where all is clear.
     *
     * @param words of the command, beginning with its name
     */
    static Optional<String> of(List<CommandWord> words) {
        if (words.stream().anyMatch(CommandWord::isUnclear)) {
            return Optional.of(
                    "Nothing was done: it is not clear where what stands in quotes ends. Close each quote, write `\\\"` for one within"
                            + " them, and give each value quotes of its own.");
        }
        return twice(words)
                .or(() -> IntStream.range(1, words.size())
                        .boxed()
                        .flatMap(index -> ofValue(words.get(index), words.subList(0, index)).stream())
                        .findFirst())
                .map(doubt -> "Nothing was done: " + doubt);
    }

    private static Optional<String> twice(List<CommandWord> words) {
        Map<String, String> values = new HashMap<>();
        return words.stream()
                .flatMap(word -> word.value().stream())
                .filter(value -> {
                    String former = values.putIfAbsent(value.getKey(), value.getValue());
                    return former != null && !former.equals(value.getValue());
                })
                .findFirst()
                .map(value ->
                        Mrkdwn.quoted(value.getKey()) + " is there twice, with two values. Leave one of them out.");
    }

    private static Optional<String> ofValue(CommandWord word, List<CommandWord> before) {
        String value = word.value().map(Map.Entry::getValue).orElse("");
        Optional<String> otherwise = SmartPunctuation.of(value);
        if (otherwise.isPresent()) {
            return Optional.of("in " + Mrkdwn.quoted(word.text()) + ", " + otherwise.get()
                    + ". Switch off its smart punctuation, or start the job on its page.");
        }
        return Optional.of(word.isQuoted() || value.isEmpty() ? "" : doubtful(value, before))
                .filter(part -> !part.isEmpty())
                .map(part -> "does " + Mrkdwn.quoted(part) + " belong to the value in " + Mrkdwn.quoted(word.text())
                        + "? If so, put the value into quotes; if not, leave it out.");
    }

    /** Returns what may be no part of a value: an end of something else, or one equals sign too many. */
    private static String doubtful(String value, List<CommandWord> before) {
        Matcher end = END.matcher(value);
        if (end.find()) {
            return end.group();
        }
        String last = value.substring(value.length() - 1);
        boolean mayEndOthers = FORMATS.contains(last) && mayEndFormat(value, last, before)
                || QUOTES.contains(last) && value.split(last, -1).length % 2 == 0;
        return mayEndOthers ? last : value.startsWith("=") ? "=" : "";
    }

    /**
     * Returns whether what is bold or the like may have begun with the value, or with a word before it. Within the marks, it begins and
     * ends with a letter or digit, as {@code **}{@code /*} does not.
     */
    private static boolean mayEndFormat(String value, String mark, List<CommandWord> before) {
        int last = value.length() - 2;
        return (last < 0 || Character.isLetterOrDigit(value.charAt(last)))
                && (mayBeginFormat(value, mark)
                        || before.stream()
                                .map(CommandWord::text)
                                .anyMatch(word -> mayBeginFormat(word, mark)
                                        && !word.substring(1).endsWith(mark)));
    }

    private static boolean mayBeginFormat(String text, String mark) {
        return text.length() > 1 && text.startsWith(mark) && Character.isLetterOrDigit(text.charAt(1));
    }
}
