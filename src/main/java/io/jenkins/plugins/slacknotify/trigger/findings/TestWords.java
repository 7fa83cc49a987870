package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a failing test says, in one line, by the forms in which common runners write it. Pure.
 *
 * <p>Many begin with the test's name, its place, or that it has failed; and the first line that says more may be half of a sentence, such as
 * {@code Expected: 119}.
 */
final class TestWords {
    /** How many lines of a text are read: a test may have printed megabytes. */
    private static final int READ = 50;

    /** How much of a line is read, in UTF-16 units. */
    private static final int LINE_READ = 1_000;

    /** How many lines complete a half sentence at most. */
    private static final int MORE = 3;

    /** Lines that do not say why a test failed, as Go, PHPUnit, Rust, GoogleTest, Playwright and pytest write them. */
    private static final Pattern HOLLOW = Pattern.compile(
            "(?i:test |collection )?(?i:failed|failure|error)|=== \\w+ .*|[\\w\\\\]+::\\w+(?: with data set .*)?"
                    + "|thread '.*' (?:\\(\\d+\\) )?panicked at \\S+|(?:\\[[^]]+] › )?\\S+:\\d+(?::\\d+ .*)?");

    /** Lines that say half of why a test failed, as Hamcrest, AssertJ, Jest, xUnit, NUnit and RSpec write them. */
    private static final Pattern HALF =
            Pattern.compile(".*:|(?:\\w*Error: )?expect\\([^:]*|Assert\\.\\w+\\(\\) Failure[^\\d]*"
                    + "|(?i:expected)(?: \\w+)?:(?!.*\\b(?i:but|actual|received|got|was)\\b).*");

    private static final Pattern FRAME = Pattern.compile("at .*|File \".*|❯.*|[>^]? *\\d+ *[|│].*");

    private TestWords() {}

    /** @param texts of the report, that which says most as a rule first; null for one that it has not */
    static Optional<String> of(@CheckForNull String... texts) {
        List<List<String>> said =
                Stream.of(texts).filter(Objects::nonNull).map(TestWords::lines).toList();
        List<String> sentences =
                said.stream().map(TestWords::sentence).flatMap(Optional::stream).toList();
        return sentences.stream()
                .filter(sentence -> !isHalf(sentence))
                .findFirst()
                .or(() -> Stream.concat(sentences.stream(), said.stream().flatMap(List::stream))
                        .findFirst());
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> TerminalText.withoutTornColours(Excerpt.truncate(line, LINE_READ)))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(READ)
                .toList();
    }

    private static Optional<String> sentence(List<String> lines) {
        List<String> telling =
                lines.stream().dropWhile(line -> HOLLOW.matcher(line).matches()).toList();
        return telling.stream().findFirst().map(first -> isHalf(first) ? completed(telling) : first);
    }

    private static boolean isHalf(String line) {
        return HALF.matcher(line).matches();
    }

    private static String completed(List<String> telling) {
        return Stream.concat(
                        telling.stream().limit(1),
                        telling.stream()
                                .skip(1)
                                .takeWhile(line -> !FRAME.matcher(line).matches())
                                .limit(MORE))
                .collect(Collectors.joining(" "));
    }
}
