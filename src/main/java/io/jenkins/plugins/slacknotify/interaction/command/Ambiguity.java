package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what of a command that takes values can be meant in more than one way. What stands in quotes is meant as it is. */
final class Ambiguity {
    /** What ends a sentence; a keyboard of a phone writes it, too. */
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[\\p{L}\\p{N}/])[.,;!?\u2026\u3002\u3001\uFF01\uFF1F\uFF0C\uFF1B]+$");

    /** A dash that keyboards write for two hyphens, as in {@code --force}. */
    private static final Pattern LONG_DASH = Pattern.compile("(?:^|\\s)([\u2013\u2014])(?=\\p{L})");

    private final List<CommandWord> words;
    private final boolean isAboutBuild;

    private Ambiguity(List<CommandWord> words, boolean isAboutBuild) {
        this.words = words;
        this.isAboutBuild = isAboutBuild;
    }

    /**
     * Returns what is to be said, and no more done; empty where all is clear.
     *
     * @param words of the command, beginning with its name
     * @param isAboutBuild whether a command without a job is about that of a build
     */
    static Optional<String> of(List<CommandWord> words, boolean isAboutBuild) {
        return new Ambiguity(words, isAboutBuild).find().map(doubt -> "Nothing was done: " + doubt);
    }

    private Optional<String> find() {
        if (words.stream().anyMatch(CommandWord::isUnclear)) {
            return Optional.of(
                    "it is not clear where what stands in quotes ends. Close each quote, and write `\\\"` for one within"
                            + " them.");
        }
        return twice().or(() -> IntStream.range(1, words.size())
                .boxed()
                .flatMap(index -> Stream.concat(ofValue(index).stream(), ofWord(index).stream()))
                .findFirst());
    }

    private Optional<String> twice() {
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

    private Optional<String> ofValue(int index) {
        CommandWord word = words.get(index);
        String value = word.value().map(Map.Entry::getValue).orElse("");
        Matcher dash = LONG_DASH.matcher(value);
        if (dash.find()) {
            return Optional.of(
                    "in " + Mrkdwn.quoted(word.text()) + ", a keyboard may have made " + Mrkdwn.quoted(dash.group(1))
                            + " of two hyphens. Switch off its smart punctuation, or start the job on its page.");
        }
        return Optional.of(word.isQuoted() ? "" : doubtful(value, words.subList(0, index)))
                .filter(part -> !part.isEmpty())
                .map(part -> "does " + Mrkdwn.quoted(part) + " belong to the value in " + Mrkdwn.quoted(word.text())
                        + "? If so, put the value into quotes; if not, leave it out.");
    }

    /** Returns what may be no part of a value: what ends a sentence, one equals sign too many, or the end of what is bold. */
    private static String doubtful(String value, List<CommandWord> before) {
        Matcher end = SENTENCE_END.matcher(value);
        if (end.find()) {
            return end.group();
        }
        if (value.isEmpty()) {
            return "";
        }
        String last = value.substring(value.length() - 1);
        boolean mayEndFormat = "*_~".contains(last)
                && (value.length() > 1 && value.startsWith(last)
                        || before.stream()
                                .map(CommandWord::text)
                                .anyMatch(word -> word.startsWith(last)
                                        && !word.substring(1).endsWith(last)));
        if (mayEndFormat) {
            return last;
        }
        return value.startsWith("=") ? "=" : "";
    }

    /** In the thread of a build, a word behind a value may be the rest of that, or another job. */
    private Optional<String> ofWord(int index) {
        CommandWord word = words.get(index);
        CommandWord before = words.get(index - 1);
        boolean isFirst = isAboutBuild
                && IntStream.range(1, index)
                        .allMatch(other -> words.get(other).value().isPresent());
        return index > 1 && isFirst && word.value().isEmpty() && !before.isQuoted()
                ? Optional.of(
                        "does " + Mrkdwn.quoted(word.text()) + " belong to the value in " + Mrkdwn.quoted(before.text())
                                + "? If so, put the value into quotes; if it is the job, write it first.")
                : Optional.empty();
    }
}
