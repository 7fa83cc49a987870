package io.jenkins.plugins.slacknotify.outbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentEndTest {
    @Test
    void shouldReadWhatItHasWritten() {
        SegmentEnd before = new SegmentEnd("00000041.journal", 1_048_701);

        assertThat(SegmentEnd.read(before.toJson())).contains(before);
    }

    /** The names are the format. */
    @Test
    void shouldReadWhatItsFirstVersionHasWritten() {
        assertThat(SegmentEnd.read("{\"v\":1,\"id\":\"after 00000001.journal\",\"state\":\"FORGOTTEN\",\"size\":7}"))
                .contains(new SegmentEnd("00000001.journal", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1,\"id\":\"a\",\"position\":0,\"state\":\"FORGOTTEN\",\"attempts\":0}",
                "{\"v\":1,\"id\":\"after 00000001.journal\",\"state\":\"FORGOTTEN\",\"size\":-7}",
                "{}"
            })
    void shouldReadNothingElse(String json) {
        assertThat(SegmentEnd.read(json)).isEmpty();
    }
}
