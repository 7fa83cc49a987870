package io.jenkins.plugins.slacknotify.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DistantPortTest {
    private static final Duration DISTANCE = Duration.ofMillis(200);

    @Test
    void shouldPassAllOnAndTakeItsTimeThereAndBack() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var distant = DistantPort.open(server.getLocalPort())) {
            distant.setDistance(DISTANCE);
            try (var near = new Socket("127.0.0.1", distant.port());
                    var far = server.accept()) {
                long start = System.nanoTime();
                near.getOutputStream().write("ping".getBytes(StandardCharsets.UTF_8));
                assertThat(far.getInputStream().readNBytes(4)).asString().isEqualTo("ping");
                far.getOutputStream().write("pong".getBytes(StandardCharsets.UTF_8));
                far.shutdownOutput();

                assertThat(near.getInputStream().readAllBytes()).asString().isEqualTo("pong");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DISTANCE);
            }
        }
    }

    @Test
    void shouldEndAConnectionThatTheOtherSideEnds() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var distant = DistantPort.open(server.getLocalPort());
                var near = new Socket("127.0.0.1", distant.port())) {
            server.accept().close();

            assertThat(near.getInputStream().read()).isEqualTo(-1);
        }
    }
}
