package io.jenkins.plugins.slacknotify.engine.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages in the outbox of each state in {@code acceptance/earlier}. */
class EarlierStatesTest {
    static Stream<JsonObject> messages() throws IOException, URISyntaxException {
        Path earlier = Path.of(EarlierStatesTest.class
                .getResource("/io/jenkins/plugins/slacknotify/acceptance/earlier")
                .toURI());
        try (Stream<Path> all = Files.walk(earlier)) {
            return all
                    .filter(file -> file.toString().contains("outbox") && Files.isRegularFile(file))
                    .sorted()
                    .flatMap(EarlierStatesTest::lines)
                    .map(line -> JsonParser.parseString(line.substring(line.indexOf('{')))
                            .getAsJsonObject())
                    .filter(delivery -> delivery.has("payload"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldBeRead(JsonObject delivery) {
        String payload = delivery.get("payload").getAsString();

        Notification read = NotificationCodec.read(payload);

        JsonObject stored = JsonParser.parseString(payload).getAsJsonObject();
        assertThat(read.destination().channel())
                .isEqualTo(stored.getAsJsonObject("destination").get("channel").getAsString());
        assertThat(read.text())
                .isEqualTo(stored.has("text") ? stored.get("text").getAsString() : null);
    }
}
