package io.jenkins.plugins.slacknotify.event.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LogDiagnosisTest {
    @TestFactory
    Stream<DynamicTest> shouldFindTheLineThatSaysWhy() {
        return SampleLog.all().stream()
                .map(sample -> dynamicTest(
                        sample.name(),
                        () -> assertThat(LogDiagnosis.of(sample.lines()).orElse("-"))
                                .isEqualTo(sample.why())));
    }

    @Test
    void shouldFindItBetweenTheLinesOfEverythingElse() {
        List<String> noise =
                Collections.nCopies(200, "[INFO] Downloaded from company: https://repo.example.com/a/b.jar");

        for (SampleLog sample : SampleLog.all()) {
            List<String> log = new ArrayList<>(noise);
            log.addAll(sample.lines());
            log.addAll(noise);
            assertThat(LogDiagnosis.of(log).orElse("-")).as(sample.name()).isEqualTo(sample.why());
        }
    }

    @Test
    void shouldReturnNoMoreThanALine() {
        assertThat(LogDiagnosis.of(List.of("ERROR: " + "x".repeat(5_000))))
                .hasValueSatisfying(line -> assertThat(line).hasSizeLessThanOrEqualTo(LogDiagnosis.MAX_LINE));
        assertThat(LogDiagnosis.of(List.of())).isEmpty();
        assertThat(LogDiagnosis.of(List.of("", "  ", "\u001b[0m"))).isEmpty();
    }

    /** A rule whose texts are wrong would not be tried where it applies. */
    @Test
    void shouldTryEachRuleWhereItApplies() {
        LiteralScanner scanner = new LiteralScanner(
                CauseRules.ALL.stream().map(CauseRule::literals).toList());
        List<String> lines = Stream.concat(
                        SampleLog.all().stream().map(SampleLog::lines),
                        BlindLog.all().stream().map(BlindLog::lines))
                .flatMap(List::stream)
                .toList();

        for (int number = 0; number < CauseRules.ALL.size(); number++) {
            CauseRule rule = CauseRules.ALL.get(number);
            int set = number;
            assertThat(lines)
                    .filteredOn(line -> rule.match(line).isPresent())
                    .as(rule.pattern().pattern())
                    .allMatch(line -> scanner.scan(line).get(set));
        }
    }

    @Test
    void shouldReadALineBetweenItsColoursAndAfterItsStamp() {
        assertThat(LogDiagnosis.of(List.of("\u001b[1m\u001b[31mer\u001b[0mror[E0308]\u001b[0m: mismatched types")))
                .hasValue("error[E0308]: mismatched types");
        assertThat(LogDiagnosis.of(List.of("[2026-11-28T10:14:02.318Z] FAILED a_test.py::sum - assert 3 == 4")))
                .hasValue("a_test.py::sum - assert 3 == 4");
    }

    @Test
    void shouldNotTakeTheNextLineWhateverItIs() {
        assertThat(LogDiagnosis.of(List.of(" Problem 1", "Build step 'Execute shell' marked build as failure")))
                .isEmpty();
        assertThat(LogDiagnosis.of(List.of(
                        "* What went wrong:",
                        "Execution failed for task ':a'.",
                        "> A failure occurred while executing a.Worker",
                        "* Try:",
                        "> Correct the error, and run again")))
                .hasValue("Execution failed for task ':a'.");
    }

    /** No log has its lines read again for each of them. */
    @Test
    void shouldBeQuickWithAnyLog() {
        List<String> marks = Collections.nCopies(6_400, "  |  ~~~~");
        List<String> branches = IntStream.range(0, 4_500)
                .mapToObj(i -> "[b" + i % 1_500 + "] + x")
                .toList();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(LogDiagnosis.of(marks)).isEmpty();
            assertThat(LogDiagnosis.of(branches)).isEmpty();
        });
    }

    /** No line makes a pattern try again and again. */
    @Test
    void shouldBeQuickWithAnyLine() {
        List<String> nasty = Stream.of(
                        "a.", "a:", "a ", "[", "1:", " -", "\\", "E: ", "> ", "at ", "a › ", "(1", "::a", "error ")
                .flatMap(piece -> Stream.of(
                        piece.repeat(400), "[ERROR]   " + piece.repeat(400), "ERROR " + piece.repeat(400) + "!"))
                .toList();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 20; i++) {
                LogDiagnosis.of(nasty);
            }
        });
    }
}
