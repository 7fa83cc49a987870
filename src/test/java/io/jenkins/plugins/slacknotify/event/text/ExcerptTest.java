package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @Test
    void shouldCutBetweenUserPerceivedCharacters() {
        assertThat(Excerpt.truncate(FAMILY.repeat(3), 2 * FAMILY.length() + 5)).isEqualTo(FAMILY.repeat(2));
        assertThat(Excerpt.truncate(FAMILY, FAMILY.length())).isEqualTo(FAMILY);
    }

    @Test
    void shouldSayWhereItLeavesSomethingOut() {
        assertThat(Excerpt.truncateWithEllipsis("a" + FAMILY, FAMILY.length())).isEqualTo("a…");
        assertThat(Excerpt.truncateWithEllipsis(FAMILY, FAMILY.length())).isEqualTo(FAMILY);
    }

    @Test
    void shouldKeepTheFirstNamesOfTestsAndTheLastLinesOfALog() {
        List<String> many =
                IntStream.rangeClosed(1, 500).mapToObj(Integer::toString).toList();

        assertThat(new TestResultSummary(500, 500, 0, 500, many, many).failing())
                .hasSize(TestResultSummary.NAMES_KEPT)
                .startsWith("1", "2");
        assertThat(new FailedStage("Test", null, many).log())
                .hasSize(FailedStage.LINES_KEPT)
                .endsWith("499", "500");
    }

    @Test
    void shouldKeepAnEventSmall() {
        List<String> much = Collections.nCopies(500, "x".repeat(10_000));

        TestResultSummary tests = new TestResultSummary(500, 500, 0, 500, much, much);
        FailedStage stage = new FailedStage(much.get(0), much.get(0), much);

        assertThat(tests.failing()).allSatisfy(name -> assertThat(name).hasSize(300));
        assertThat(stage.log()).allSatisfy(line -> assertThat(line).hasSize(300));
        assertThat(stage.error()).hasSize(1_000);
    }

    @Test
    void shouldTellHowLongAJobWasBad() {
        FailureStreak series = new FailureStreak(
                41, Instant.parse("2026-03-01T07:50:00Z"), Instant.parse("2026-03-01T08:00:00Z"), 3, false);

        assertThat(series.durationUntil(Instant.parse("2026-03-01T10:10:00Z"))).isEqualTo(Duration.ofMinutes(130));
    }
}
