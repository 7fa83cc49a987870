package io.jenkins.plugins.slacknotify.slack.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0000001S"})
    void shouldNotTakeALimitThatIsNone(Duration limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.defaults().withTimeout(limit))
                .withMessageContaining("connectTimeout");
    }
}
