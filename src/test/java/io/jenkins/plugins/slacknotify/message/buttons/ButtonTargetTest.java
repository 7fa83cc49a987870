package io.jenkins.plugins.slacknotify.message.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonTargetTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00.123Z");

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "team a/shop » \"deploy\"", "süd/\uD83D\uDE80\\x", "a</script>&b"})
    void shouldReadWhatItWrites(String job) {
        ButtonTarget target = new ButtonTarget(new BuildKey(job, 12, START), "17");

        assertThat(target.value().flatMap(ButtonTarget::parse)).contains(target);
    }

    @Test
    void shouldKeepTheNamesThatStandInMessages() {
        assertThat(ButtonTarget.parse("{\"job\":\"deploy\",\"build\":12,\"at\":1772359200123,\"node\":\"17\"}"))
                .contains(new ButtonTarget(new BuildKey("deploy", 12, START), "17"));
    }

    @Test
    void shouldHaveNoValueThatSlackWouldRefuse() {
        assertThat(new ButtonTarget(new BuildKey("f/".repeat(1_000), 1, START), null).value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"job\":\"a\"}",
                "{\"job\":{},\"build\":1}",
                "{\"job\":\"a\",\"build\":-1}"
            })
    void shouldReadNothingElse(String value) {
        assertThat(ButtonTarget.parse(value)).isEmpty();
    }
}
