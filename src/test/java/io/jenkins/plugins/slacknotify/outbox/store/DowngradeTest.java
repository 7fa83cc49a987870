package io.jenkins.plugins.slacknotify.outbox.store;

import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.ACCEPTED;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.finished;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.waiting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outbox of a newer version of the plugin, found by this one. */
class DowngradeTest {
    private static final String NEWER = """
            {"v":2,"id":"newer","lane":["#builds","#ops"],"position":"later","state":{"name":"QUEUED"}}""";

    @TempDir
    Path home;

    @AutoClose
    private LoggedRecords log;

    @AutoClose
    private LoggedRecords damage;

    private OutboxStore store;

    @BeforeEach
    void listen() {
        log = LoggedRecords.of(OpenOutbox.class);
        damage = LoggedRecords.of(Quarantine.class);
    }

    @Test
    void shouldBeLeftAsItIsAndSaidInWords() throws IOException {
        journal(JournalFiles.jsonOf(waiting("ours", 1)), NEWER);

        OutboxStore store = open();
        assertThat(store.unfinished()).containsExactly(waiting("ours", 1));
        assertThat(store.find("newer")).isEmpty();
        assertThat(store.finished(10)).isEmpty();
        assertThat(store.condition().foreign()).isOne();

        assertThat(log.messages()).singleElement().asString().contains("newer version", "install the newer one again");
        assertThat(log.thrown()).isEmpty();
        assertThat(damage.messages()).isEmpty();
        assertThat(home.resolve("unreadable")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"SENT,0", "FOLDED,0", "REFUSED,0", "EXPIRED,0", "DISCARDED,0", "FORGOTTEN,0", "WAITING,1", "QUEUED,1"})
    void shouldNotCountAsLeftWhatIsFinished(String state, int left) throws IOException {
        journal("{\"v\":2,\"id\":\"newer\",\"lane\":\"#builds\",\"state\":\"%s\"}".formatted(state));
        OutboxStore opened = open();

        assertThat(opened.heads()).isEmpty();
        assertThat(opened.condition().foreign()).isEqualTo(left);
        assertThat(log.messages()).hasSize(left);
        assertThat(opened.add(waiting("newer", 7))).as("known").isFalse();
    }

    @Test
    void shouldNotBeTakenOverASecondTime() throws IOException {
        journal(NEWER);

        assertThat(open().add(waiting("newer", 7))).isFalse();
    }

    @Test
    void shouldKeepFromSendingWhatTheNewerVersionMayHaveSent() throws IOException {
        journal(JournalFiles.jsonOf(waiting("newer", 1)), NEWER);

        assertThat(open().unfinished()).isEmpty();
    }

    @Test
    void shouldOutliveAllThatIsForgotten() throws IOException {
        journal(NEWER);
        try (OutboxStore store = open()) {
            for (int i = 0; i < 300; i++) {
                store.add(large(waiting("d" + i, i)));
                store.update(large(finished("d" + i, ACCEPTED)));
            }
            store.forgetFinished(ACCEPTED.plusSeconds(1), 0, (id, sequence) -> false);
            for (int i = 0; i < 20; i++) {
                store.forgetFinished(ACCEPTED.plusSeconds(1), 0, (id, sequence) -> false);
                store.add(large(waiting("e" + i, i)));
                store.update(large(finished("e" + i, ACCEPTED)));
            }
        }
        assertThat(home.resolve("journal/00000001.journal")).as("emptied").doesNotExist();
        assertThat(JournalFiles.bytes(home)).isLessThan(8 << 20);
        OutboxStore next = open();
        next.heads();
        assertThat(next.condition().foreign()).isOne();
        assertThat(JournalFiles.in(home))
                .anySatisfy(file -> assertThat(Files.readString(file, UTF_8)).contains(NEWER));
    }

    /** As the next process. */
    private OutboxStore open() throws IOException {
        if (store != null) {
            store.close();
        }
        store = new JournalOutboxStore(home, new ManualClock());
        return store;
    }

    private void journal(String... jsons) throws IOException {
        Path journal = Files.createDirectories(home.resolve("journal"));
        StringBuilder lines = new StringBuilder();
        for (String json : List.of(jsons)) {
            lines.append(new String(JournalFiles.frame(json), UTF_8));
        }
        Files.writeString(journal.resolve("00000001.journal"), lines);
    }

    /** So that a few fill a segment. */
    private static Delivery large(Delivery delivery) {
        Entry entry = delivery.entry();
        Entry larger = new Entry(entry.id(), entry.lane(), entry.acceptedAt(), "x".repeat(20_000));
        return new Delivery(
                larger,
                delivery.position(),
                delivery.state(),
                delivery.attempts(),
                delivery.reason(),
                delivery.receipt(),
                delivery.carrier(),
                delivery.changedAt());
    }
}
