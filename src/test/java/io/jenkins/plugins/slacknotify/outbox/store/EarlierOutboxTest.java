package io.jenkins.plugins.slacknotify.outbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outbox of each state in {@code acceptance/earlier}, with every field as it stands in the files. */
class EarlierOutboxTest {
    @TempDir
    Path folder;

    static Stream<Path> outboxes() throws IOException, URISyntaxException {
        Path earlier = Path.of(EarlierOutboxTest.class
                .getResource("/io/jenkins/plugins/slacknotify/acceptance/earlier")
                .toURI());
        try (Stream<Path> states = Files.list(earlier)) {
            return states
                    .map(state -> state.resolve("home/slack-notify/outbox"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void shouldBeReadToTheLastField(Path outbox) throws IOException {
        Map<String, JsonObject> stored = stored(outbox);
        copy(outbox);
        try (LoggedRecords log = LoggedRecords.of(Quarantine.class);
                OutboxStore store = new JournalOutboxStore(folder, InstantSource.fixed(lastWrite(stored)))) {
            List<Delivery> read = Stream.concat(store.unfinished().stream(), store.finished(100).stream())
                    .toList();

            assertThat(read)
                    .extracting(delivery -> delivery.entry().id())
                    .containsExactlyInAnyOrderElementsOf(stored.keySet());
            assertThat(store.unfinished()).hasSizeGreaterThanOrEqualTo(5);
            for (Delivery delivery : read) {
                JsonObject now =
                        JsonParser.parseString(JournalFiles.jsonOf(delivery)).getAsJsonObject();
                stored.get(delivery.entry().id())
                        .entrySet()
                        .forEach(field -> assertThat(now.get(field.getKey()))
                                .as(field.getKey())
                                .isEqualTo(field.getValue()));
            }
            assertThat(log.messages()).isEmpty();
        }
    }

    /** The last that was said of each delivery. */
    private static Map<String, JsonObject> stored(Path outbox) throws IOException {
        Map<String, JsonObject> last = new LinkedHashMap<>();
        for (Path file : JournalFiles.in(outbox)) {
            for (String line : Files.readAllLines(file)) {
                JsonObject json = JsonParser.parseString(line.substring(line.indexOf('{')))
                        .getAsJsonObject();
                last.put(json.get("id").getAsString(), json);
            }
        }
        return last;
    }

    private static Instant lastWrite(Map<String, JsonObject> stored) {
        return stored.values().stream()
                .map(json -> Instant.parse(json.get("changedAt").getAsString()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void copy(Path outbox) throws IOException {
        for (Path file : JournalFiles.in(outbox)) {
            Path copy = folder.resolve(outbox.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
