package io.jenkins.plugins.slacknotify.slack.gateway;

import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gateway in a JVM that has loaded nothing yet: the SDK acts on its environment when its classes are loaded. */
class FreshJvmTest {

    private static final String SDK_THREAD = "slack-api-metrics";

    @Test
    void shouldLeaveNoThreadOfTheSdk() throws Exception {
        try (FakeServer slack = FakeServer.answering(POSTED)) {
            List<String> output = run(List.of(), GatewayProbe.class, slack.apiUrl());

            assertThat(output).contains("answer Success");
            assertThat(threads(output))
                    .noneMatch(name -> name.contains(SDK_THREAD))
                    .allMatch(name -> name.startsWith("daemon OkHttp") || name.startsWith("daemon Okio"));
        }
    }

    @Test
    void shouldSeeTheThreadsOfTheSdkIfThereWereAny() throws Exception {
        List<String> output = run(List.of(), GatewayProbe.class, GatewayProbe.LOAD_THE_SDKS_CONFIGURATION);

        assertThat(threads(output))
                .filteredOn(name -> name.contains(SDK_THREAD))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void shouldNotTakeAProxyFromTheEnvironment() throws Exception {
        try (FakeServer slack = FakeServer.answering(POSTED);
                FakeServer proxy = FakeServer.answering("{}")) {
            // With no hosts excepted, Java's own default sends even loopback to the proxy.
            List<String> properties =
                    List.of("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + proxy.port(), "-Dhttp.nonProxyHosts=");

            List<String> output = run(properties, GatewayProbe.class, slack.apiUrl(), "127.0.0.1:" + proxy.port());

            assertThat(output).contains("answer Success");
            assertThat(proxy.connections()).isZero();
        }
    }

    private static List<String> threads(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith("thread "))
                .map(line -> line.substring("thread ".length()))
                .toList();
    }

    private static List<String> run(List<String> options, Class<?> main, String argument, String... environmentProxy)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), argument));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        for (String proxy : environmentProxy) {
            builder.environment().put("HTTPS_PROXY", "http://" + proxy);
            builder.environment().put("HTTP_PROXY", "http://" + proxy);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
