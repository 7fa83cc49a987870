package io.jenkins.plugins.slacknotify.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEndpointCrumbExclusionTest {
    private final List<String> passed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"/slack-notify-events", "/slack-notify-events/"})
    void shouldLetRequestsForTheAddressPass(String path) throws Exception {
        assertThat(process(path)).isTrue();
        assertThat(passed).hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "/slack-notify-eventsx",
                "/slack-notify-events/x",
                "/slack-notify-events//",
                "/slack-notify-events/../script",
                "//slack-notify-events/",
                "/SLACK-NOTIFY-EVENTS/",
                "/slack-notify-events;x",
                "/script/slack-notify-events/",
                "slack-notify-events/"
            })
    void shouldLeaveEverythingElseToJenkins(String path) throws Exception {
        assertThat(process(path)).isFalse();
        assertThat(passed).isEmpty();
    }

    @Test
    void shouldAskForNothingButThePath() throws Exception {
        process("/slack-notify-events/");

        assertThat(passed).containsExactly("chain");
    }

    private boolean process(String path) throws Exception {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("getPathInfo");
                    return path;
                });
        FilterChain chain = (passedRequest, response) -> passed.add("chain");
        return new SlackEndpointCrumbExclusion().process(request, null, chain);
    }
}
