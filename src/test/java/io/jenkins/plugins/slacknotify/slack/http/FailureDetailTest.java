package io.jenkins.plugins.slacknotify.slack.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureDetailTest {
    /** What Java says, as it says it at each kind of failure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slack.com        | slack.com                                             | slack.com
            slack.com        | slack.com: Name or service not known                  | slack.com: Name or service not known
            slack.com        | slack.com: slack.com: Name or service not known       | slack.com: Name or service not known
            SLACK.com        | slack.com: Temporary failure in name resolution       | SLACK.com: Temporary failure in name resolution
            slack.com        | proxy.example: Name or service not known              | slack.com: proxy.example: Name or service not known
            slack.com        | Failed to connect to slack.com/1.2.3.4:443            | Failed to connect to slack.com/1.2.3.4:443
            slack.com        | Hostname slack.com not verified:                      | Hostname slack.com not verified:
            slack.com        | Connection reset                                      | slack.com: Connection reset
            slack.com        | No subject alternative DNS name matching slack.com found. | No subject alternative DNS name matching slack.com found.
            slack.com        | Failed to connect to files.slack.com/1.2.3.4:443      | slack.com: Failed to connect to files.slack.com/1.2.3.4:443
            slack.com        | Failed to connect to slack.com.evil/1.2.3.4:443       | slack.com: Failed to connect to slack.com.evil/1.2.3.4:443
            localhost:8080   | Failed to connect to localhost/127.0.0.1:8080         | Failed to connect to localhost/127.0.0.1:8080
            localhost:8080   | localhost: Name or service not known                  | localhost:8080: Name or service not known
            127.0.0.1:8080   | Failed to connect to /127.0.0.1:8080                  | Failed to connect to /127.0.0.1:8080
            127.0.0.1:8080   | Failed to connect to /127.0.0.1:80                    | 127.0.0.1:8080: Failed to connect to /127.0.0.1:80
            [::1]:8080       | timeout                                               | [::1]:8080: timeout
            [::1]            | timeout                                               | [::1]: timeout
            """)
    void shouldNameTheHostOnce(String authority, String text, String detail) {
        assertThat(FailureDetail.of(authority, text)).isEqualTo(detail);
    }
}
