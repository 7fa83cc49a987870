package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Excerpt.of(FAMILY.repeat(3), 2 * FAMILY.length() + 5)).isEqualTo(FAMILY.repeat(2));
        assertThat(Excerpt.of(FAMILY, FAMILY.length())).isEqualTo(FAMILY);
    }

    @Test
    void shouldSayWhereItLeavesSomethingOut() {
        assertThat(Excerpt.shortened("a" + FAMILY, FAMILY.length())).isEqualTo("a…");
        assertThat(Excerpt.shortened(FAMILY, FAMILY.length())).isEqualTo(FAMILY);
    }

    @Test
    void shouldKeepTheFirstNamesOfTestsAndTheLastLinesOfALog() {
        List<String> many =
                IntStream.rangeClosed(1, 500).mapToObj(Integer::toString).toList();

        assertThat(new TestFigures(500, 500, 0, 500, many, many).failing())
                .hasSize(TestFigures.NAMES_KEPT)
                .startsWith("1", "2");
        assertThat(new FailedStage("Test", null, many).log())
                .hasSize(FailedStage.LINES_KEPT)
                .endsWith("499", "500");
    }

    @Test
    void shouldKeepAnEventSmall() {
        List<String> much = Collections.nCopies(500, "x".repeat(10_000));

        TestFigures tests = new TestFigures(500, 500, 0, 500, much, much);
        FailedStage stage = new FailedStage(much.get(0), much.get(0), much);

        assertThat(tests.failing()).allSatisfy(name -> assertThat(name).hasSize(300));
        assertThat(stage.log()).allSatisfy(line -> assertThat(line).hasSize(300));
        assertThat(stage.error()).hasSize(1_000);
    }

    @Test
    void shouldTellHowLongAJobWasBad() {
        BadSeries series = new BadSeries(
                41, Instant.parse("2026-03-01T07:50:00Z"), Instant.parse("2026-03-01T08:00:00Z"), 3, false);

        assertThat(series.until(Instant.parse("2026-03-01T10:10:00Z"))).isEqualTo(Duration.ofMinutes(130));
    }
}
