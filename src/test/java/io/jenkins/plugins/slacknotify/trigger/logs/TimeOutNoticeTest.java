package io.jenkins.plugins.slacknotify.trigger.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words are those of the plugin's files of messages. */
class TimeOutNoticeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Build timed out (after 3 minutes). Marking the build as aborted. | true
                    Build timed out (after 1,440 minutes). Marking the build as failed. | true
                    Build timed out (after 3 minutes). Marking the build as abortada. | true
                    ビルドがタイムアウトしました(3分)。ビルドを"中止"に変更します。 | true
                    Build timed out (after 3 minutes) | false
                    Marking the build as failed. | false
                    """)
    void shouldKnowWhatThePluginWrites(String line, boolean isNotice) {
        assertThat(TimeOutNotice.isIn(List.of("+ sleep 600", line, "Finished: ABORTED")))
                .isEqualTo(isNotice);
    }
}
