package io.jenkins.plugins.slacknotify.outbox.store;

import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.ACCEPTED;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.finished;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.waiting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests what a crash, a full disk or a bad sector can leave of the files: whatever is intact counts, the rest is kept and told. */
class JournalDamageTest {
    private static final List<Delivery> KEPT =
            IntStream.range(0, 2).mapToObj(i -> waiting("d" + i, i)).toList();

    @TempDir
    Path home;

    @AutoClose
    private LoggedRecords log;

    private Path file;
    private byte[] intact;
    private OutboxStore store;

    @BeforeEach
    void fillTheJournal() throws IOException {
        log = LoggedRecords.of(Quarantine.class);
        try (OutboxStore store = open()) {
            for (Delivery delivery : KEPT) {
                store.add(delivery);
            }
        }
        file = home.resolve("journal/00000001.journal");
        intact = Files.readAllBytes(file);
    }

    @Test
    void shouldKeepAllThatIsCompleteWhereverTheFileIsCut() throws IOException {
        for (int cut = 0; cut < intact.length; cut += 3) {
            damage(Arrays.copyOf(intact, cut));
            List<Integer> ends = ends();
            int at = cut;
            long complete = ends.stream().filter(end -> end <= at).count();

            boolean clean = cut == 0 || ends.contains(cut);
            List<Delivery> left = KEPT.subList(0, (int) complete);
            assertThat(open().unfinished()).as("cut at %d", cut).isEqualTo(clean ? left : doubted(left));
            assertThat(log.messages()).as("cut at %d", cut).hasSize(clean ? 0 : 1);
        }
    }

    @Test
    void shouldLoseNoMoreThanTheLineWhereverAByteIsChanged() throws IOException {
        for (int offset = 0; offset < intact.length; offset += 3) {
            byte[] content = intact.clone();
            content[offset] ^= 0x01;
            damage(content);

            int at = offset;
            int hit = (int) ends().stream().filter(end -> end <= at).count();
            int inLine = offset - (hit == 0 ? 0 : ends().get(hit - 1));
            boolean betweenTheParts = inLine == 8 || inLine == 17 || ends().contains(offset + 1);
            List<Delivery> others = hit == 0 ? KEPT.subList(1, 2) : doubted(KEPT.subList(0, 1));
            assertThat(open().unfinished()).as("changed at %d", at).isEqualTo(betweenTheParts ? KEPT : others);
            assertThat(log.messages()).as("changed at %d", at).hasSize(betweenTheParts ? 0 : 1);
        }
    }

    @Test
    void shouldLoseNoMoreThanTheLineWhereDamageReachesItsEnd() throws IOException {
        int end = ends().get(0);
        for (int from = 0; from < end - 1; from += 3) {
            byte[] content = intact.clone();
            Arrays.fill(content, from, end, (byte) 'x');
            damage(content);

            assertThat(open().unfinished()).as("damaged from %d", from).isEqualTo(KEPT.subList(1, 2));
            assertThat(JournalFiles.in(home.resolve("unreadable")))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).hasBinaryContent(Arrays.copyOf(content, end)));
        }
    }

    @Test
    void shouldNotTakeForALineWhatTheTextOfADamagedOneQuotes() throws IOException {
        String quoted = new String(JournalFiles.frame("{v:1,id:d0,state:FORGOTTEN}"), UTF_8);
        Delivery quoting = Delivery.accepted(new Entry("quoting", "#builds", ACCEPTED, quoted), 1);
        byte[] content = concat(JournalFiles.frame(JournalFiles.jsonOf(KEPT.get(0))), damagedFrame(quoting));
        damage(content);

        assertThat(open().unfinished()).isEqualTo(doubted(KEPT.subList(0, 1)));
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void shouldStartWhateverTheFilesHold() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            byte[] content = intact.clone();
            int from = random.nextInt(content.length);
            byte[] garbage = new byte[random.nextInt(content.length - from) + 1];
            random.nextBytes(garbage);
            System.arraycopy(garbage, 0, content, from, garbage.length);
            damage(content);

            int to = from + garbage.length;
            long before = ends().stream().filter(end -> end <= from).count();
            long touched = ends().stream().filter(end -> end < to).count();
            List<Delivery> untouched = Stream.concat(
                            KEPT.stream().limit(before), KEPT.stream().skip(touched + 1))
                    .toList();
            OutboxStore store = open();
            assertThat(ids(store.unfinished()))
                    .as("seed %d, round %d", seed, round)
                    .containsAll(ids(untouched));
            assertThat(store.add(waiting("new", 100))).isTrue();
            assertThat(open().find("new")).isPresent();
        }
    }

    @Test
    void shouldKeepEveryDamagedByteAndReportItOnce() throws IOException {
        byte[] content = intact.clone();
        int end = ends().get(0);
        Arrays.fill(content, 5, end - 1, (byte) 0);
        damage(content);

        assertThat(open().unfinished()).hasSize(1);
        assertThat(open().unfinished()).hasSize(1);

        assertThat(log.messages()).singleElement().asString().contains("could not be read", "unreadable");
        assertThat(JournalFiles.in(home.resolve("unreadable")))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(Arrays.copyOf(content, end)));
    }

    @Test
    void shouldReadWhatVersion1OfTheFormatHasWritten() throws IOException {
        Files.writeString(file, """
                d7cbfe09 000000c8 {"v":1,"id":"a","lane":" #builds","position":7,"state":"UNCERTAIN","attempts":3,\
                "acceptedAt":"2026-03-01T12:00:00.123456Z","changedAt":"2026-03-01T12:00:02Z",\
                "note":"No answer in time","payload":"{}"}
                e88005d5 0000003e {"v":1,"id":"b","position":0,"state":"FORGOTTEN","attempts":0}
                """);

        assertThat(open().find("a"))
                .contains(new Delivery(
                        new Entry("a", " #builds", ACCEPTED, "{}"),
                        7,
                        Delivery.State.UNCERTAIN,
                        3,
                        Note.of("No answer in time"),
                        null,
                        null,
                        ACCEPTED.plusNanos(1_876_544_000)));
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void shouldReadTheOtherSegmentsWhereOneCannotBeOpened() throws IOException {
        Files.createDirectory(home.resolve("journal/00000002.journal"));

        try (LoggedRecords journalLog = LoggedRecords.of(Journal.class)) {
            OutboxStore store = open();
            assertThat(store.unfinished()).isEqualTo(doubted(KEPT));
            assertThat(store.add(waiting("new", 100))).isTrue();
            assertThat(store.condition().unreadFiles()).isOne();
            assertThat(journalLog.messages()).singleElement().asString().contains("00000002.journal", "tried again");
            assertThat(open().unfinished()).hasSize(3);
        }
    }

    @Test
    void shouldHaveItLookedForWhereTheLastStateIsDamaged() throws IOException {
        try (OutboxStore store = open()) {
            store.update(finished("d0", ACCEPTED));
        }
        Path second = home.resolve("journal/00000002.journal");
        Files.write(second, Arrays.copyOf(Files.readAllBytes(second), 50));

        assertThat(open().find("d0")).map(List::of).contains(doubted(KEPT.subList(0, 1)));
    }

    /** A line may be missing that says of one more attempt. */
    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNCERTAIN"})
    void shouldNotKnowWhenItMayHaveArrivedWhereALaterLineIsDamaged(Delivery.State state) throws IOException {
        AttemptPeriod period = new AttemptPeriod(ACCEPTED, ACCEPTED.plusSeconds(5));
        Delivery before = KEPT.get(0);
        Delivery doubtful =
                new Delivery(before.entry(), before.position(), state, 1, null, null, null, before.changedAt(), period);
        try (OutboxStore store = open()) {
            store.update(doubtful);
        }
        assertThat(open().find("d0")).as("nothing is missing").contains(doubtful);
        store.update(finished("d1", ACCEPTED));
        Path last = JournalFiles.in(home).stream()
                .filter(path -> path.toString().endsWith(".journal"))
                .sorted()
                .reduce((first, second) -> second)
                .orElseThrow();
        Files.write(last, Arrays.copyOf(Files.readAllBytes(last), 50));

        assertThat(open().find("d0"))
                .hasValueSatisfying(it -> assertThat(it)
                        .returns(state, Delivery::state)
                        .returns(null, Delivery::attempted)
                        .returns(doubtful.entry(), Delivery::entry));
    }

    @Test
    void shouldHaveItLookedForInEveryLaterProcess() throws IOException {
        damage(Arrays.copyOf(intact, intact.length - 10));

        List<Delivery> doubted = doubted(KEPT.subList(0, 1));
        assertThat(open().unfinished()).isEqualTo(doubted);
        assertThat(open().unfinished()).isEqualTo(doubted);
        store.add(waiting("new", 100));
        assertThat(open().unfinished())
                .as("what came after the damage is sure")
                .containsExactly(doubted.get(0), waiting("new", 100));
    }

    /** Returns deliveries as they are when a line after theirs is missing. */
    private static List<Delivery> doubted(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(it -> new Delivery(
                        it.entry(),
                        it.position(),
                        Delivery.State.UNCERTAIN,
                        it.attempts(),
                        Note.of(
                                "What was on disk about it was damaged, so it is looked for in Slack before it is sent"),
                        it.receipt(),
                        it.carrier(),
                        it.changedAt()))
                .toList();
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(it -> it.entry().id()).toList();
    }

    /** As the next process. */
    private OutboxStore open() throws IOException {
        if (store != null) {
            store.close();
        }
        store = new JournalOutboxStore(home, new ManualClock());
        return store;
    }

    private static byte[] damagedFrame(Delivery delivery) {
        byte[] frame = JournalFiles.frame(JournalFiles.jsonOf(delivery));
        frame[0] ^= 0x01;
        return frame;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** As what a process has left that ran before. */
    private void damage(byte[] content) throws IOException {
        if (store != null) {
            store.close();
        }
        log.close();
        JournalFiles.delete(home);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        log = LoggedRecords.of(Quarantine.class);
    }

    /** Where the intact lines end. */
    private List<Integer> ends() {
        return IntStream.range(0, intact.length)
                .filter(i -> intact[i] == '\n')
                .mapToObj(i -> i + 1)
                .toList();
    }
}
