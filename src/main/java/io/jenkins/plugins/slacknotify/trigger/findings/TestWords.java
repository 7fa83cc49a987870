package io.jenkins.plugins.slacknotify.trigger.findings;

import java.util.List;
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
    /** How many lines complete a half sentence at most. */
    private static final int MORE = 3;

    /** Of Go, PHPUnit, Rust, GoogleTest and Playwright. */
    private static final Pattern HOLLOW =
            Pattern.compile("(?i:test )?(?i:failed|failure|error)|=== \\w+ .*|[\\w\\\\]+::\\w+(?: with data set .*)?"
                    + "|thread '.*' (?:\\(\\d+\\) )?panicked at \\S+|(?:\\[[^]]+] › )?\\S+:\\d+(?::\\d+ .*)?");

    /** Of Hamcrest, AssertJ, Jest, xUnit, NUnit and RSpec. */
    private static final Pattern HALF =
            Pattern.compile(".*:|(?:\\w*Error: )?expect\\(.*|Assert\\.\\w+\\(\\) Failure\\b.*"
                    + "|(?i:expected\\b)(?!.*\\b(?i:but|actual|received|got|was)\\b).*");

    private static final Pattern FRAME = Pattern.compile("at .*|File \".*|❯.*|[>^]? *\\d+ *[|│].*");

    private TestWords() {}

    /** @param lines of the report, without colours */
    static Optional<String> of(Stream<String> lines) {
        List<String> said = lines.map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        List<String> telling =
                said.stream().dropWhile(line -> HOLLOW.matcher(line).matches()).toList();
        Optional<String> first = Stream.concat(telling.stream(), said.stream()).findFirst();
        return first.map(line -> HALF.matcher(line).matches() ? completed(telling, line) : line);
    }

    private static String completed(List<String> telling, String half) {
        return Stream.concat(
                        Stream.of(half),
                        telling.stream()
                                .skip(1)
                                .takeWhile(line -> !FRAME.matcher(line).matches())
                                .limit(MORE))
                .collect(Collectors.joining(" "));
    }
}
