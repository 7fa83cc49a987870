package io.jenkins.plugins.slacknotify.engine.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCodecTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T10:02:05Z");

    private static final List<KnownVerdict> VERDICTS = List.of(
            new KnownVerdict(43, START, END, Outcome.SUCCESS, null, List.of()),
            new KnownVerdict(
                    42,
                    START,
                    END,
                    Outcome.UNSTABLE,
                    new FailureStreak(41, START, END, 2, false, "till"),
                    List.of(new Person("ada", "Ada", "ada@example.org"))));

    private static final String LINE = "{\"job\":\"shop/checkout\",\"verdicts\":["
            + "{\"build\":43,\"startedAt\":\"2026-03-01T10:00:00Z\",\"endedAt\":\"2026-03-01T10:02:05Z\",\"outcome\":\"SUCCESS\"},"
            + "{\"build\":42,\"startedAt\":\"2026-03-01T10:00:00Z\",\"endedAt\":\"2026-03-01T10:02:05Z\",\"outcome\":\"UNSTABLE\","
            + "\"streak\":{\"firstBuild\":41,\"startedAt\":\"2026-03-01T10:00:00Z\",\"since\":\"2026-03-01T10:02:05Z\","
            + "\"builds\":2,\"mayBeOlder\":false,\"formerJob\":\"till\"},"
            + "\"breakers\":[{\"account\":\"ada\",\"name\":\"Ada\",\"address\":\"ada@example.org\"}]}]}";

    @Test
    void shouldWriteVerdictsAsEveryVersionReadsThem() {
        assertThat(HistoryCodec.write("shop/checkout", VERDICTS)).isEqualTo(LINE);
        assertThat(HistoryCodec.readVerdicts(LINE)).contains(Map.entry("shop/checkout", VERDICTS));
    }

    @Test
    void shouldWriteThatAJobIsForgotten() {
        assertThat(HistoryCodec.write("shop", List.of())).isEqualTo("{\"job\":\"shop\"}");
        assertThat(HistoryCodec.readVerdicts("{\"job\":\"shop\"}")).contains(Map.entry("shop", List.of()));
    }

    @Test
    void shouldWriteMovesAsEveryVersionReadsThem() {
        JobMove move = new JobMove("till", "shop/checkout", START);
        String line = "{\"from\":\"till\",\"to\":\"shop/checkout\",\"at\":\"2026-03-01T10:00:00Z\"}";

        assertThat(HistoryCodec.write(move)).isEqualTo(line);
        assertThat(HistoryCodec.readMove(line)).contains(move);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"job\":\"shop\",\"verd",
                "null",
                "{}",
                "{\"job\":\"shop\",\"verdicts\":[{\"build\":1}]}",
                "{\"job\":\"shop\",\"verdicts\":[{\"build\":1,\"startedAt\":\"x\",\"endedAt\":\"x\",\"outcome\":\"SUCCESS\"}]}"
            })
    void shouldReadNothingFromADamagedLine(String line) {
        assertThat(HistoryCodec.readVerdicts(line)).isEmpty();
        assertThat(HistoryCodec.readMove(line)).isEmpty();
    }
}
