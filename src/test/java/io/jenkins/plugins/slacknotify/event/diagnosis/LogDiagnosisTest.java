package io.jenkins.plugins.slacknotify.event.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LogDiagnosisTest {
    /** A log of {@code logs.txt}. */
    private record Sample(String name, String why, List<String> log) {}

    @TestFactory
    Stream<DynamicTest> shouldFindTheLineThatSaysWhy() throws IOException {
        return samples().stream()
                .map(sample -> dynamicTest(
                        sample.name(),
                        () -> assertThat(LogDiagnosis.of(sample.log()).orElse("-"))
                                .isEqualTo(sample.why())));
    }

    @Test
    void shouldFindItBetweenTheLinesOfEverythingElse() throws IOException {
        List<String> noise =
                Collections.nCopies(200, "[INFO] Downloaded from company: https://repo.example.com/a/b.jar");

        for (Sample sample : samples()) {
            List<String> log = new ArrayList<>(noise);
            log.addAll(sample.log());
            log.addAll(noise);
            assertThat(LogDiagnosis.of(log).orElse("-")).as(sample.name()).isEqualTo(sample.why());
        }
    }

    @Test
    void shouldReturnNoMoreThanALine() {
        assertThat(LogDiagnosis.of(List.of("ERROR: " + "x".repeat(5_000))))
                .hasValueSatisfying(line -> assertThat(line).hasSizeLessThanOrEqualTo(LogDiagnosis.LINE_LIMIT));
        assertThat(LogDiagnosis.of(List.of())).isEmpty();
        assertThat(LogDiagnosis.of(List.of("", "  ", "\u001b[0m"))).isEmpty();
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

    private static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (InputStream in = LogDiagnosisTest.class.getResourceAsStream("logs.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.split("(?m)^=== (?=[a-z])")) {
                List<String> lines = part.lines().toList();
                if (lines.size() > 2) {
                    samples.add(new Sample(lines.get(0), lines.get(1).substring(2), lines.subList(2, lines.size())));
                }
            }
        }
        return samples;
    }
}
