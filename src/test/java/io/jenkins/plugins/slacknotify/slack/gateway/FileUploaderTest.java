package io.jenkins.plugins.slacknotify.slack.gateway;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.LOCATION;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.SECRET;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.refusal;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.ReceivedRequest;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The upload of a file. */
class FileUploaderTest {
    private static final String CONTENT = "all green";

    @TempDir
    Path folder;

    private OutgoingFile file;

    @BeforeEach
    void write() throws IOException {
        Path content = Files.writeString(folder.resolve("1"), CONTENT);
        file = new OutgoingFile("summary.txt", "Summary", content, CONTENT.length());
    }

    @Test
    void shouldAskForAnAddressSendTheBytesThereAndSayThatTheyAreComplete() throws IOException {
        try (FakeServer server = slackTaking("200 OK")) {
            SlackResult<String> answer = upload(server);

            assertThat(answer).isEqualTo(new SlackResult.Success<>("F1"));
            assertThat(server.requests())
                    .extracting(ReceivedRequest::firstLine)
                    .containsExactly(
                            "POST /api/files.getUploadURLExternal HTTP/1.1",
                            "POST /upload/v1/T HTTP/1.1",
                            "POST /api/files.completeUploadExternal HTTP/1.1");
            assertThat(server.requests().get(0).form())
                    .containsEntry("filename", "summary.txt")
                    .containsEntry("length", "9");
            assertThat(server.requests().get(1).body()).isEqualTo(CONTENT);
            assertThat(server.requests().get(2).form())
                    .containsEntry("files", "[{\"id\":\"F1\",\"title\":\"Summary\"}]")
                    .as("it stays private")
                    .doesNotContainKeys("channel_id", "channels");
        }
    }

    @Test
    void shouldKeepTheTokenFromTheAddressForFiles() throws IOException {
        try (FakeServer server = slackTaking("200 OK")) {
            upload(server);

            assertThat(server.requests().get(1).head()).doesNotContain(SECRET);
            assertThat(server.requests().get(1).header("Authorization")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://files.example.org/upload/T", "ftp://files.slack.com/T", "nowhere", ""})
    void shouldSendNothingToAnAddressThatIsNotSafe(String address) throws IOException {
        try (FakeServer server = FakeServer.answering(ticket(address))) {
            assertThat(whyUnknown(upload(server))).contains("no address to send the file to");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Internal Server Error", "400 Bad Request", "302 Found"})
    void shouldSayThatTheBytesWereNotTaken(String status) throws IOException {
        try (FakeServer server = slackTaking(status)) {
            assertThat(whyUnknown(upload(server)))
                    .isEqualTo("The server that takes files for Slack (127.0.0.1:" + server.port() + ") answered HTTP "
                            + status.substring(0, 3) + ".");
            assertThat(server.requests()).as("not said to be complete").hasSize(2);
        }
    }

    @Test
    void shouldTellALimitAndATooLargeFileFromOtherTrouble() throws IOException {
        try (FakeServer server = slackTaking("429 Too Many Requests", "Retry-After: 7")) {
            assertThat(upload(server)).isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(7)));
        }
        try (FakeServer server = slackTaking("413 Payload Too Large")) {
            assertThat(refusal(upload(server)).isAboutTheMessage()).isTrue();
        }
    }

    @Test
    void shouldUploadAnewWhatSlackHasLost() throws IOException {
        try (FakeServer server = slack(response("200 OK", "OK"), "{\"ok\":false,\"error\":\"file_not_found\"}")) {
            assertThat(whyUnknown(upload(server))).isEqualTo("Slack lost the file while it was uploaded.");
        }
    }

    @Test
    void shouldShowTheFileInTheMessageThatItReplaces() throws IOException {
        String shown = "{\"ok\":true,\"message\":{\"files\":[{\"id\":\"F0\"},{\"id\":\"F1\"}]}}";
        try (FakeServer server = FakeServer.answering(shown);
                SlackApiGateway gateway = patient()) {
            SlackResult<Boolean> answer = gateway.show(connectionTo(server), LOCATION, MESSAGE, "F1");

            assertThat(answer).isEqualTo(new SlackResult.Success<>(true));
            assertThat(server.requests().get(0).form())
                    .containsEntry("file_ids", "F1")
                    .containsEntry("text", "hello")
                    .containsEntry("ts", LOCATION.ts());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true}",
                "{\"ok\":true,\"message\":{\"text\":\"hello\"}}",
                "{\"ok\":true,\"message\":{\"files\":[]}}",
                "{\"ok\":true,\"message\":{\"files\":[{\"id\":\"F2\"}]}}"
            })
    void shouldSayThatSlackHasTakenTheMessageWithoutTheFile(String answer) throws IOException {
        try (FakeServer server = FakeServer.answering(answer);
                SlackApiGateway gateway = patient()) {
            assertThat(gateway.show(connectionTo(server), LOCATION, MESSAGE, "F1"))
                    .isEqualTo(new SlackResult.Success<>(false));
        }
    }

    @Test
    void shouldHaveSlackShowTheFileInAThread() throws IOException {
        try (FakeServer server = slackTaking("200 OK");
                SlackApiGateway gateway = patient()) {
            assertThat(gateway.share(connectionTo(server), file, LOCATION, id -> {}))
                    .isEqualTo(new SlackResult.Success<>("F1"));

            assertThat(server.requests().get(2).form())
                    .containsEntry("channel_id", LOCATION.channel())
                    .containsEntry("thread_ts", LOCATION.ts());
        }
    }

    @Test
    void shouldLeaveADoubtOnlyAboutTheCallThatShowsTheFile() throws IOException {
        try (SlackApiGateway gateway = patient()) {
            try (FakeServer server = slackTaking("500 Internal Server Error")) {
                assertThat(gateway.share(connectionTo(server), file, LOCATION, id -> {}))
                        .isInstanceOf(SlackResult.Unreachable.class);
            }
            try (FakeServer server = slack(response("200 OK", "OK"), "")) {
                assertThat(gateway.share(connectionTo(server), file, LOCATION, id -> {}))
                        .isInstanceOf(SlackResult.Unknown.class);
            }
        }
    }

    /** Such as a proxy that keeps the request for an address back. */
    @Test
    void shouldLeaveNoDoubtWhereAServerInBetweenAnswersBeforeTheCallThatShowsTheFile() throws IOException {
        try (FakeServer server = FakeServer.playing(connection -> {
                    connection.readRequest();
                    connection.send(response("403 Forbidden", "<h1>Blocked</h1>"));
                });
                SlackApiGateway gateway = patient()) {
            assertThat(gateway.share(connectionTo(server), file, LOCATION, id -> {}))
                    .isInstanceOfSatisfying(
                            SlackResult.Unreachable.class,
                            answer -> assertThat(answer.why()).contains("403"));
        }
    }

    @Test
    void shouldKnowNoEmptyFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingFile("a", "a", folder, 0));
    }

    private SlackResult<String> upload(FakeServer server) {
        try (SlackApiGateway gateway = patient()) {
            return gateway.upload(connectionTo(server), file);
        }
    }

    /** @param status what is answered to the bytes */
    private static FakeServer slackTaking(String status, String... headers) {
        return slack(response(status, "", headers), "{\"ok\":true}");
    }

    private static FakeServer slack(byte[] toTheBytes, String toCompletion) {
        AtomicInteger number = new AtomicInteger();
        return FakeServer.playing(connection -> {
            String host = connection.readRequest().header("Host").orElseThrow();
            connection.send(
                    switch (number.getAndIncrement()) {
                        case 0 -> response("200 OK", ticket("http://" + host + "/upload/v1/T"));
                        case 1 -> toTheBytes;
                        default -> response("200 OK", toCompletion);
                    });
        });
    }

    private static String ticket(String address) {
        return "{\"ok\":true,\"upload_url\":\"" + address + "\",\"file_id\":\"F1\"}";
    }
}
