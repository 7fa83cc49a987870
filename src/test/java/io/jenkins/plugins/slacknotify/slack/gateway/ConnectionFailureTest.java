package io.jenkins.plugins.slacknotify.slack.gateway;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.LOCATION;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED_MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.impatient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnknown;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnreachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Failures of the connection: did the request surely not arrive, or may it have arrived? */
class ConnectionFailureTest {

    @Test
    void shouldKnowThatNothingArrivedAtAnUnknownHost() {
        try (SlackApiGateway gateway = patient()) {
            String why = whyUnreachable(gateway.post(connectionTo("https://slack.invalid/api/"), MESSAGE));

            assertThat(why).contains("slack.invalid", "name");
        }
    }

    @Test
    void shouldKnowThatNothingArrivedWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        try (SlackApiGateway gateway = patient()) {
            String url = "http://127.0.0.1:" + port + "/api/";

            assertThat(whyUnreachable(gateway.post(connectionTo(url), MESSAGE))).contains("No connection");
        }
    }

    @Test
    void shouldKnowThatNothingArrivedWithoutATlsHandshake() throws IOException {
        FakeServer.Script noTls = connection -> connection.send(response("400 Bad Request", "speak plainly"));
        try (FakeServer server = FakeServer.playing(noTls);
                SlackApiGateway gateway = patient()) {
            String url = "https://127.0.0.1:" + server.port() + "/api/";

            assertThat(whyUnreachable(gateway.post(connectionTo(url), MESSAGE))).contains("No secure connection");
        }
    }

    @Test
    void shouldKnowThatNothingArrivedIfNobodyTakesTheConnection() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlackApiGateway gateway = impatient()) {
            List<Socket> queue = fillTheQueueOf(deaf);
            String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/api/";

            assertThat(gateway.post(connectionTo(url), MESSAGE)).isInstanceOf(SlackResult.Unreachable.class);
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    @Test
    void shouldNotKnowIfNoAnswerComes() throws IOException {
        FakeServer.Script silent = connection -> {
            connection.readRequest();
            connection.awaitEnd();
        };
        try (FakeServer server = FakeServer.playing(silent);
                SlackApiGateway gateway = impatient()) {
            assertThat(whyUnknown(gateway.post(connectionTo(server), MESSAGE))).contains("No answer in time");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void shouldNotWaitForAnAnswerThatDrips() throws IOException {
        FakeServer.Script dripping = connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) { // four seconds
                connection.send(new byte[] {' '});
                LockSupport.parkNanos(20_000_000);
            }
        };
        try (FakeServer server = FakeServer.playing(dripping);
                SlackApiGateway gateway = impatient()) {
            assertThat(whyUnknown(gateway.post(connectionTo(server), MESSAGE))).contains("No answer in time");
        }
    }

    @Test
    void shouldNotKnowIfTheConnectionIsLostAfterTheRequest() throws IOException {
        FakeServer.Script losing = connection -> {
            connection.readRequest();
            connection.reset();
        };
        try (FakeServer server = FakeServer.playing(losing);
                SlackApiGateway gateway = patient()) {
            assertThat(whyUnknown(gateway.post(connectionTo(server), MESSAGE))).contains("connection failed");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void shouldNotMindThatTheServerHasEndedTheConnectionBefore() throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        FakeServer.Script onceEach = connection -> {
            connection.readRequest();
            connection.send(response("200 OK", POSTED));
            connection.end();
            ended.countDown();
        };
        try (FakeServer server = FakeServer.playing(onceEach);
                SlackApiGateway gateway = patient()) {
            assertThat(gateway.post(connectionTo(server), MESSAGE)).isEqualTo(POSTED_MESSAGE);
            await(ended);

            assertThat(gateway.post(connectionTo(server), MESSAGE)).isEqualTo(POSTED_MESSAGE);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void shouldNotSendOverAConnectionAtWhichSomethingCameUnasked() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch spoken = new CountDownLatch(1);
        FakeServer.Script talkative = connection -> {
            while (true) {
                connection.readRequest();
                connection.send(response("200 OK", POSTED));
                await(read);
                connection.send(response("200 OK", "{\"ok\":false,\"error\":\"of_another\"}"));
                spoken.countDown();
            }
        };
        try (FakeServer server = FakeServer.playing(talkative);
                SlackApiGateway gateway = patient()) {
            gateway.post(connectionTo(server), MESSAGE);
            read.countDown();
            await(spoken);

            assertThat(gateway.post(connectionTo(server), MESSAGE)).isEqualTo(POSTED_MESSAGE);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldUseOneConnectionForAllThatReads() throws IOException {
        try (FakeServer server = FakeServer.answering("{\"ok\":true,\"permalink\":\"https://a.slack.com/p1\"}");
                SlackApiGateway gateway = patient()) {
            for (int i = 0; i < 5; i++) {
                gateway.permalink(connectionTo(server), LOCATION);
                gateway.userById(connectionTo(server), "U1");
            }

            assertThat(server.requests()).hasSize(10);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldAskAnewWhereTheKeptConnectionIsLost() throws IOException {
        try (FakeServer server = FakeServer.playing(losingTheSecondRequest());
                SlackApiGateway gateway = patient()) {
            gateway.permalink(connectionTo(server), LOCATION);

            assertThat(gateway.permalink(connectionTo(server), LOCATION)).isInstanceOf(SlackResult.Success.class);
            assertThat(server.requests()).hasSize(3);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldNotAskAnewWhereANewConnectionIsLost() throws IOException {
        FakeServer.Script losing = connection -> {
            connection.readRequest();
            connection.reset();
        };
        try (FakeServer server = FakeServer.playing(losing);
                SlackApiGateway gateway = patient()) {
            assertThat(gateway.permalink(connectionTo(server), LOCATION)).isInstanceOf(SlackResult.Unknown.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static FakeServer.Script losingTheSecondRequest() {
        return connection -> {
            connection.readRequest();
            connection.send(response("200 OK", "{\"ok\":true,\"permalink\":\"https://a.slack.com/p1\"}"));
            connection.readRequest();
            connection.reset();
        };
    }

    @Test
    void shouldLeaveNoConnectionBehind() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        FakeServer.Script waiting = connection -> {
            connection.readRequest();
            connection.send(response("200 OK", POSTED));
            connection.awaitEnd();
            left.countDown();
        };
        try (FakeServer server = FakeServer.playing(waiting);
                SlackApiGateway gateway = patient()) {
            gateway.post(connectionTo(server), MESSAGE);

            assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldKeepTheInterruptOfItsThread() throws IOException {
        try (FakeServer server = FakeServer.answering(POSTED);
                SlackApiGateway gateway = patient()) {
            Thread.currentThread().interrupt();

            SlackResult<PostedMessage> answer = gateway.post(connectionTo(server), MESSAGE);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer).isInstanceOfAny(SlackResult.Unreachable.class, SlackResult.Unknown.class);
        }
    }

    @Test
    void shouldEndTheCallsUnderWayWhenClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        FakeServer.Script silent = connection -> {
            connection.readRequest();
            asked.countDown();
            connection.awaitEnd();
        };
        SlackApiGateway gateway = patient();
        try (FakeServer server = FakeServer.playing(silent)) {
            var answers = new ArrayList<SlackResult<PostedMessage>>();
            Thread caller = new Thread(() -> answers.add(gateway.post(connectionTo(server), MESSAGE)));
            caller.start();
            await(asked);

            gateway.close();
            caller.join(5_000);

            assertThat(answers).singleElement().isInstanceOf(SlackResult.Unknown.class);
        }
    }

    @Test
    void shouldSendNothingOnceClosed() throws IOException {
        SlackApiGateway gateway = patient();
        gateway.close();
        gateway.close();
        try (FakeServer server = FakeServer.answering(POSTED)) {
            assertThat(whyUnreachable(gateway.post(connectionTo(server), MESSAGE)))
                    .contains("closed");
            assertThat(server.connections()).isZero();
        }
    }

    /** How many connections a system lets wait differs; it is full when one more gets no answer. */
    private static List<Socket> fillTheQueueOf(ServerSocket deaf) {
        List<Socket> queue = new ArrayList<>();
        try {
            while (true) {
                Socket next = new Socket();
                queue.add(next);
                next.connect(deaf.getLocalSocketAddress(), 200);
            }
        } catch (IOException full) {
            return queue;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
