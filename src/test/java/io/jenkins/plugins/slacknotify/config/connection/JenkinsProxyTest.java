package io.jenkins.plugins.slacknotify.config.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JenkinsProxyTest {
    @Test
    void shouldNameTheSettingThatDoesNotCount() {
        assertThat(JenkinsProxy.ofTheProcess(Stream.of("PATH", "https_proxy", "https.proxyHost")))
                .contains("https.proxyHost");
        assertThat(JenkinsProxy.ofTheProcess(Stream.of("PATH", "http.proxyHost", "NO_PROXY")))
                .isEmpty();
    }
}
