package io.jenkins.plugins.slacknotify.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUrlTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        https://slack.com/api/, https://slack.com/api/
        https://slack.com/api, https://slack.com/api/
        ' https://slack.com/api ', https://slack.com/api/
        https://slack-gov.com/api/, https://slack-gov.com/api/
        https://gateway.example:8443/slack/api, https://gateway.example:8443/slack/api/
        http://localhost:8080/api/, http://localhost:8080/api/
        http://127.0.0.1:8080/api, http://127.0.0.1:8080/api/
        http://[::1]:8080/api/, http://[::1]:8080/api/
        """)
    void shouldNormaliseWhatIsFitForAToken(String typed, String normal) {
        assertThat(ApiUrl.of(typed)).isEqualTo(URI.create(normal));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        http://slack.com/api/, https
        http://127.0.0.1.example/api/, https
        http://localhost.example/api/, https
        http://10.0.0.1/api/, https
        ftp://localhost/api/, not complete
        https://slack.com/, /api/
        https://slack.com/apis, /api/
        https://slack.com/api/../, /api/
        https://slack.com/api/?x=1, "?"
        https://slack.com/api/#x, "#"
        https://user:secret@slack.com/api/, password
        slack.com/api/, not complete
        https:///api/, not complete
        xoxb-secret, not complete
        https://sl ack.com/secret, not a URL
        """)
    void shouldSayWhatIsWrong(String typed, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiUrl.of(typed))
                .withMessageContaining(why)
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void shouldSayThatItIsEmpty(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> ApiUrl.of(typed)).withMessageContaining("empty");
    }

    @Test
    void shouldHoldForConnections() {
        BotToken token = BotToken.of("xoxb-1");

        assertThat(SlackConnection.toSlack(token).apiUrl()).isEqualTo(ApiUrl.SLACK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlackConnection(URI.create("http://slack.com/api/"), token));
    }
}
