package io.jenkins.plugins.slacknotify.event.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jenkins.plugins.slacknotify.event.diagnosis.BlindLog.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Measures how often the line is right; see {@code docs/benchmarks.md}. */
class BlindLogsTest {
    private static final List<BlindLog> LOGS = BlindLog.all();

    @TestFactory
    Stream<DynamicTest> shouldNotMislead() {
        return LOGS.stream()
                .map(log -> dynamicTest(log.round() + ": " + log.name(), () -> {
                    String said = LogDiagnosis.of(log.lines()).orElse(null);
                    assertThat(log.judge(said)).as(said).isIn(Verdict.RIGHT, Verdict.OTHER);
                }));
    }

    @Test
    void shouldFindTheRightLineNineTimesOfTen() {
        Map<String, Map<Verdict, Integer>> rounds = new TreeMap<>();
        for (BlindLog log : LOGS) {
            Verdict verdict = log.judge(LogDiagnosis.of(log.lines()).orElse(null));
            rounds.computeIfAbsent(log.round(), unused -> new EnumMap<>(Verdict.class))
                    .merge(verdict, 1, Integer::sum);
        }
        System.out.println(rounds);

        int right = rounds.values().stream()
                .mapToInt(round -> round.getOrDefault(Verdict.RIGHT, 0))
                .sum();
        assertThat(right).isGreaterThanOrEqualTo(LOGS.size() * 9 / 10);
    }

    /** Else a log would be judged that has no such line. */
    @Test
    void shouldJudgeByLinesOfTheLog() {
        for (BlindLog log : LOGS) {
            List<String> plain = log.lines().stream()
                    .map(line -> LogLine.withoutColours(line).strip())
                    .toList();
            assertThat(plain).as(log.name()).containsAll(log.right()).containsAll(log.others());
        }
    }
}
