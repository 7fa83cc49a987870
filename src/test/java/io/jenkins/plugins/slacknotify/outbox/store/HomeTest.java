package io.jenkins.plugins.slacknotify.outbox.store;

import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.DISCARDED;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.HELD;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.SENDING;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.SENT;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.UNCERTAIN;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.disk.HeldElsewhereException;
import io.jenkins.plugins.slacknotify.outbox.journal.SegmentDisk;
import io.jenkins.plugins.slacknotify.outbox.journal.SegmentEnd;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One home, one outbox: what becomes of one that was copied, put back, moved, or is used by two processes. */
class HomeTest {
    @TempDir
    Path home;

    @AutoClose
    private StoreBench bench;

    @BeforeEach
    void leaveSomething() throws IOException {
        bench = new StoreBench(home.resolve("outbox"));
        for (String id : List.of("waiting", "held", "sending")) {
            bench.store.add(bench.waiting(id));
        }
        bench.store.update(bench.in(HELD, bench.waiting("held")));
        bench.store.update(bench.in(SENDING, bench.waiting("sending")));
        bench.send(bench.waiting("sent"));
    }

    @Test
    void shouldSendOnWhatItLeftAMomentAgo() throws IOException {
        bench.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        bench.next();

        assertStates(WAITING, HELD);
    }

    @Test
    void shouldLookForWhatWaitsAfterAWhile() throws IOException {
        bench.clock.advance(Duration.ofMinutes(15).plusMillis(1));
        bench.next();
        assertStates(UNCERTAIN, UNCERTAIN);

        bench.next();
        assertStates(UNCERTAIN, UNCERTAIN);
    }

    @Test
    void shouldDoubtTheTimeOfThePauseAlone() throws IOException {
        Instant left = bench.clock.instant();
        AttemptPeriod since = new AttemptPeriod(left, left.plusSeconds(30));
        Delivery doubtful = bench.waiting("doubtful");
        bench.store.add(
                new Delivery(doubtful.entry(), doubtful.position(), UNCERTAIN, 1, null, null, null, left, since));
        bench.clock.advance(Duration.ofHours(2));
        bench.next();
        AttemptPeriod pause = new AttemptPeriod(
                left.minus(HomeMarkFile.RECENT), bench.clock.instant().plus(Duration.ofHours(1)));

        assertThat(List.of("waiting", "held", "doubtful"))
                .allSatisfy(id -> assertThat(attempted(id)).isEqualTo(pause));
        assertThat(attempted("sending")).as("nobody knows when that was tried").isNull();

        bench.clock.advance(Duration.ofHours(3));
        bench.next();
        assertThat(attempted("waiting"))
                .as("both pauses")
                .isEqualTo(
                        new AttemptPeriod(pause.first(), bench.clock.instant().plus(Duration.ofHours(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"put back", "unmarked", "ahead", "damaged"})
    void shouldDoubtAllTheTimeWhereThatIsNotTheOnlyReason(String how) throws IOException {
        bench.store.add(bench.large("large"));
        bench.store.add(bench.waiting("late"));
        bench.close();
        switch (how) {
            case "put back" -> {
                bench.folder = home.resolve("put back");
                StoreBench.copy(home.resolve("outbox"), bench.folder);
            }
            case "unmarked" -> Files.delete(bench.folder.resolve("home.json"));
            case "ahead" -> bench.clock.advance(Duration.ofHours(-5));
            default -> bench.breakSegment(1);
        }
        bench.clock.advance(Duration.ofHours(2));
        bench.next();

        assertThat(bench.stateOf("late")).isEqualTo(UNCERTAIN);
        assertThat(attempted("late")).isNull();
    }

    private AttemptPeriod attempted(String id) throws IOException {
        return bench.store.find(id).orElseThrow().attempted();
    }

    @Test
    void shouldLookForWhatWaitsWhereTheClockWasPutBack() throws IOException {
        bench.clock.advance(Duration.ofHours(-2));
        bench.next();

        assertStates(UNCERTAIN, UNCERTAIN);
    }

    @Test
    void shouldLookForWhatABackupHasThatWasPutBack() throws IOException {
        bench.close();
        Path backup = home.resolve("backup");
        StoreBench.copy(bench.folder, backup);
        // Moved and not deleted: a new file may get the number of a deleted one.
        Path aside = Files.createDirectory(home.resolve("aside"));
        for (Path file : JournalFiles.in(bench.folder)) {
            Files.move(file, aside.resolve(file.getFileName()));
        }
        for (Path file : JournalFiles.in(backup)) {
            Files.copy(file, bench.folder.resolve(backup.relativize(file)));
        }
        bench.next();

        assertStates(UNCERTAIN, UNCERTAIN);
    }

    /** As tools do that copy into a file which is there, and leave alone one that has not changed: the mark is as it was. */
    @Test
    void shouldLookForWhatABackupHasThatWasPutOverANewerOutbox() throws IOException {
        bench.store.add(bench.waiting("late"));
        Path backup = home.resolve("backup");
        StoreBench.copy(bench.folder.resolve("journal"), backup);
        bench.store.update(bench.in(SENDING, bench.waiting("late")));
        bench.store.update(bench.in(SENT, bench.waiting("late")));
        bench.store.add(bench.large("large"));
        bench.clock.advance(Duration.ofHours(6));
        bench.store.add(bench.waiting("new"));
        bench.close();
        for (Path file : JournalFiles.in(backup)) {
            Files.write(bench.folder.resolve("journal").resolve(file.getFileName()), Files.readAllBytes(file));
        }
        bench.next();

        assertStates(UNCERTAIN, UNCERTAIN);
        assertThat(bench.stateOf("late")).isEqualTo(UNCERTAIN);
        assertThat(bench.stateOf("new")).isEqualTo(WAITING);
    }

    /** By somebody who is to make room, or who repairs a file system. */
    @ParameterizedTest
    @ValueSource(strings = {"removed", "cut after a line"})
    void shouldLookForWhatWaitsWhereTheLastFileWas(String harmed) throws IOException {
        bench.store.add(bench.large("large"));
        Delivery last = bench.waiting("last");
        bench.store.add(last);
        byte[] before = Files.readAllBytes(bench.segment(2));
        bench.send(last);
        bench.close();
        if (harmed.equals("removed")) {
            Files.delete(bench.segment(2));
        } else {
            Files.write(bench.segment(2), before);
            assertThat(bench.next().find("last")).map(Delivery::state).contains(UNCERTAIN);
        }
        bench.next();

        assertStates(UNCERTAIN, UNCERTAIN);
        bench.store.add(bench.waiting("new"));
        bench.next();
        assertThat(bench.stateOf("new")).isEqualTo(WAITING);
    }

    /** There may be no memory for what is then written down. */
    @Test
    void shouldNoticeThatTheLastFileIsMissingWhereItCouldNotBeOpenedBefore() throws IOException {
        bench.store.add(bench.large("large"));
        bench.store.add(bench.waiting("last"));
        bench.close();
        Files.delete(bench.segment(2));
        SegmentDisk good = bench.disk;
        bench.disk = new SegmentDisk() {
            @Override
            protected void force(FileOutputStream written) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        bench.next();
        assertThatThrownBy(() -> bench.stateOf("waiting")).isInstanceOf(OutOfMemoryError.class);
        bench.disk = good;
        bench.next();

        assertStates(UNCERTAIN, UNCERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged", "missing", "of a segment that is of no more use"})
    void shouldBelieveItsFilesWhereTheFileAboutTheirEndIs(String is) throws IOException {
        bench.close();
        Path end = bench.folder.resolve("end.json");
        switch (is) {
            case "damaged" -> Files.writeString(end, "{");
            case "missing" -> Files.delete(end);
            default -> Files.writeString(end, new SegmentEnd("00000000.journal", 7).toJson());
        }
        bench.next();

        assertStates(WAITING, HELD);
    }

    /** A file system gives the number of a deleted file to another one after a while. */
    @Test
    void shouldLookForWhatABackupHasWhoseMarkHasTheOldNumber() throws IOException {
        bench.close();
        Path mark = bench.folder.resolve("home.json");
        assumeTrue(FileBirth.of(mark) != null, "Nobody tells here when a file was made");
        // In place, as its number counts.
        Files.writeString(mark, Files.readString(mark).replaceAll("\"born\":\\d+", "\"born\":1764424800000000000"));
        bench.next();

        assertStates(UNCERTAIN, UNCERTAIN);
    }

    @Test
    void shouldBelieveAMarkThatDoesNotTellWhenItWasMade() throws IOException {
        bench.close();
        Path mark = bench.folder.resolve("home.json");
        // In place, as its number counts.
        Files.writeString(mark, Files.readString(mark).replaceAll(",\"born\":\\d+", ""));
        bench.next();

        assertStates(WAITING, HELD);
        assertThat(Files.readString(mark).contains("born"))
                .as("it tells from now on, where anybody can")
                .isEqualTo(FileBirth.of(mark) != null);
    }

    @Test
    void shouldLookForWhatACopyOfTheHomeHasOnTheSameMachine() throws IOException {
        bench.close();
        Path copy = home.resolve("copy");
        StoreBench.copy(bench.folder, copy);
        bench.folder = copy;
        bench.next();

        assertStates(UNCERTAIN, UNCERTAIN);
    }

    @Test
    void shouldBelieveItsOwnMarkAgainOnceTheDoubtsAreWrittenDown() throws IOException {
        bench.clock.advance(Duration.ofHours(1));
        bench.next().add(bench.waiting("new"));
        bench.next();

        assertThat(bench.stateOf("new")).isEqualTo(WAITING);
        assertStates(UNCERTAIN, UNCERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "damaged", "of a newer version", "unreadable"})
    void shouldLookForWhatWaitsWhereTheMark(String is) throws IOException {
        bench.close();
        Path mark = bench.folder.resolve("home.json");
        String text = Files.readString(mark);
        Files.delete(mark);
        switch (is) {
            case "damaged" -> Files.write(mark, new byte[text.length()]);
            case "of a newer version" -> Files.writeString(mark, text.replace("\"v\":1", "\"v\":2"));
            case "unreadable" -> Files.createDirectory(mark);
            default -> assertThat(mark).doesNotExist();
        }
        try (LoggedRecords log = LoggedRecords.of(HomeMarkFile.class)) {
            bench.next();
            assertStates(UNCERTAIN, UNCERTAIN);
            assertThat(log.messages()).hasSize(is.equals("missing") ? 0 : 1);
        }
    }

    @Test
    void shouldNotTakeAContainerThatWasMadeAnewForAnotherMachine() throws IOException {
        bench.host = new Host("4f2a9c0d77e1", "boot-1");
        bench.next();

        assertStates(WAITING, HELD);
        assertThat(bench.store.condition()).isEqualTo(StoreCondition.GOOD);
    }

    @Test
    void shouldNotTakeAMachineThatWasBootedForAnotherOne() throws IOException {
        bench.host = new Host("ci", "boot-2");
        bench.next();

        assertStates(WAITING, HELD);
    }

    @Test
    void shouldKeepBackWhatAnotherMachineHasLeft() throws IOException {
        bench.host = new Host("staging", "boot-9");
        bench.next();

        assertThat(bench.store.heads()).isEmpty();
        assertThat(bench.store.condition())
                .isEqualTo(new StoreCondition(0, 0, false, 3, "ci:" + bench.folder.toRealPath()));
        assertThat(bench.store.add(bench.waiting("waiting"))).as("known").isFalse();
        assertThat(bench.stateOf("sent")).isEqualTo(SENT);
    }

    @Test
    void shouldAskOnceMoreInEachProcessAndOnlyAboutTheOthers() throws IOException {
        bench.host = new Host("staging", "boot-9");
        bench.next().add(bench.waiting("new"));
        bench.next();

        assertThat(bench.store.heads()).extracting(DeliveryHead::id).containsExactly("new");
        assertThat(bench.stateOf("new")).isEqualTo(WAITING);
        assertThat(bench.store.condition().copied()).isEqualTo(3);
        assertThat(bench.store.condition().copiedFrom()).startsWith("ci:");
    }

    @Test
    void shouldSendAfterALookWhatAnAdministratorReleases() throws IOException {
        bench.host = new Host("staging", "boot-9");
        bench.next();

        bench.store.releaseCopied();

        assertThat(bench.store.heads())
                .extracting(DeliveryHead::id)
                .containsExactlyInAnyOrder("waiting", "held", "sending");
        assertStates(UNCERTAIN, UNCERTAIN);
        assertThat(bench.store.condition()).isEqualTo(StoreCondition.GOOD);
        bench.next();
        assertThat(bench.store.heads()).hasSize(3);
        assertThat(bench.store.condition()).isEqualTo(StoreCondition.GOOD);
    }

    @Test
    void shouldNeverSendWhatAnAdministratorDiscards() throws IOException {
        bench.host = new Host("staging", "boot-9");
        bench.next();

        bench.store.discardCopied(bench.clock.instant(), id -> {});

        assertStates(DISCARDED, DISCARDED);
        assertThat(bench.store.condition()).isEqualTo(StoreCondition.GOOD);
        assertThat(bench.next().heads()).isEmpty();
        assertStates(DISCARDED, DISCARDED);
        assertThat(bench.store.finished(10))
                .filteredOn(delivery -> delivery.state() == DISCARDED)
                .hasSize(3)
                .allMatch(delivery -> String.valueOf(delivery.note()).contains("copied"));
    }

    @Test
    void shouldBelieveWhoeverNamesTheMachine() throws IOException {
        bench.close();
        bench.folder = home.resolve("named");
        bench.host = Host.named("jenkins");
        bench.next().add(bench.waiting("waiting"));
        bench.host = Host.named("jenkins");
        bench.next();

        assertThat(bench.store.heads()).hasSize(1);
    }

    @Test
    void shouldDoNothingWhileAnotherStoreHasTheFolder() throws IOException {
        JournalOutboxStore second = new JournalOutboxStore(bench.folder, StoreBench.HERE, bench.clock);

        assertThatThrownBy(second::heads).isInstanceOf(HeldElsewhereException.class);
        assertThatThrownBy(() -> second.add(bench.waiting("other"))).isInstanceOf(HeldElsewhereException.class);
        assertThat(second.condition().inUse()).isTrue();

        bench.close();
        assertThat(second.heads()).hasSize(3);
        assertThat(second.condition()).isEqualTo(StoreCondition.GOOD);
        second.close();
    }

    @Test
    void shouldLeaveAloneAfterItsEndWhatAnotherStoreHas() throws IOException {
        JournalOutboxStore first = bench.store;
        bench.next().heads();

        assertThatThrownBy(() -> first.add(bench.waiting("late"))).hasRootCauseInstanceOf(HeldElsewhereException.class);
        assertThat(bench.store.find("late")).isEmpty();
    }

    @Test
    void shouldLookForWhatWaitsAfterItsLastStatesWereNotWritten() throws IOException {
        Delivery last = bench.large("last");
        bench.store.add(last);
        bench.breakDisk();
        assertThatThrownBy(() -> bench.store.update(bench.in(SENT, last))).isInstanceOf(IOException.class);
        assertThat(bench.folder.resolve("home.json")).doesNotExist();
        bench.close();
        bench.mendDisk();
        bench.next();

        assertThat(bench.stateOf("last")).isEqualTo(UNCERTAIN);
        assertStates(UNCERTAIN, UNCERTAIN);
    }

    /** So the disk goes on saying that the last one waits, and the next process believes that, until the disk is old. */
    @Test
    void shouldSayForHowLongTheNextProcessBelievesWhatIsOutdated() throws IOException {
        Delivery last = bench.large("last");
        bench.clock.advance(Duration.ofMinutes(3));
        bench.store.add(last);
        assertThat(bench.store.untilDoubted()).isZero();
        bench.clock.advance(Duration.ofMinutes(5));
        bench.mountReadOnly();
        assertThatThrownBy(() -> bench.store.update(bench.in(SENDING, last))).isInstanceOf(IOException.class);
        assertThat(bench.store.untilDoubted())
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(10).plusSeconds(2));
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(bench.store.untilDoubted()).isZero();

        bench.close();
        bench.mountWritable();
        bench.next();
        assertThat(bench.stateOf("last")).isEqualTo(UNCERTAIN);
    }

    @Test
    void shouldBeBelievedAgainOnceTheDiskTakesTheStatesAfterAll() throws IOException {
        Delivery last = bench.large("last");
        bench.store.add(last);
        bench.mountReadOnly();
        assertThatThrownBy(() -> bench.store.update(bench.in(SENDING, last))).isInstanceOf(IOException.class);
        bench.mountWritable();
        assertThat(bench.store.untilDoubted()).isPositive();
        bench.store.update(bench.in(SENDING, last));

        assertThat(bench.store.untilDoubted()).isZero();
    }

    @Test
    void shouldBeDoubtedAtOnceWhereAFullDiskHasRoomForThat() throws IOException {
        Delivery last = bench.large("last");
        bench.store.add(last);
        bench.breakDisk();
        assertThatThrownBy(() -> bench.store.update(bench.in(SENDING, last))).isInstanceOf(IOException.class);

        assertThat(bench.store.untilDoubted()).isZero();
        bench.mendDisk();
    }

    @Test
    void shouldBelieveWhatWaitsOnceAllStatesAreWritten() throws IOException {
        Delivery last = bench.large("last");
        bench.store.add(last);
        bench.breakDisk();
        assertThatThrownBy(() -> bench.store.update(bench.in(SENT, last))).isInstanceOf(IOException.class);
        bench.mendDisk();
        bench.store.update(bench.in(SENDING, bench.waiting("held")));
        assertThat(bench.folder.resolve("home.json")).as("one is still missing").doesNotExist();
        bench.store.update(bench.in(SENT, last));
        bench.next();

        assertStates(WAITING, SENDING);
    }

    @Test
    void shouldNotBelieveAnOutdatedStateBecauseItWasWrittenOnceMoreToMakeRoom() throws IOException {
        Delivery last = bench.large("last");
        bench.store.add(last);
        bench.breakDisk();
        assertThatThrownBy(() -> bench.store.update(bench.in(SENT, last))).isInstanceOf(IOException.class);
        bench.mendDisk();
        Delivery other = bench.large("other");
        bench.store.add(other);
        Path oldest = bench.folder.resolve("journal").resolve("00000001.journal");
        for (int i = 0; i < 10_000 && Files.exists(oldest); i++) {
            bench.store.update(bench.in(SENDING, other));
        }
        assertThat(oldest).doesNotExist();

        assertThat(bench.folder.resolve("home.json")).doesNotExist();
        bench.next();
        assertThat(bench.stateOf("last")).isEqualTo(UNCERTAIN);
    }

    @Test
    void shouldNotDoubtWhatWaitsWhereOnlyNewOnesWereNotTaken() throws IOException {
        bench.store.add(bench.large("last"));
        bench.breakDisk();
        assertThatThrownBy(() -> bench.store.add(bench.waiting("new"))).isInstanceOf(IOException.class);
        bench.close();
        bench.mendDisk();
        bench.next();

        assertStates(WAITING, HELD);
    }

    /** The line that says that it was sent may have been in that file. */
    @Test
    void shouldLookForWhatWaitsAfterSomebodyHasRemovedTheFileThatGrew() throws IOException {
        bench.store.add(bench.waiting("a"));
        bench.store.add(bench.large("filler"));
        bench.store.update(bench.in(Delivery.State.SENT, bench.waiting("a")));
        Files.delete(bench.segment(2));
        bench.store.add(bench.waiting("later"));
        bench.next();

        assertThat(bench.stateOf("a")).isEqualTo(UNCERTAIN);
        assertThat(bench.next().find("a"))
                .as("written down")
                .hasValueSatisfying(a -> assertThat(a.state()).isEqualTo(UNCERTAIN));
    }

    @Test
    void shouldKeepTheNameOfEveryFieldOfTheMark() {
        HomeMark mark = new HomeMark(1, "ci", "boot-1", "/var/jenkins_home/slack-notify/outbox", 17L, 18L, 19L);
        String json = "{\"v\":1,\"host\":\"ci\",\"boot\":\"boot-1\",\"path\":\"/var/jenkins_home/slack-notify/outbox\","
                + "\"folder\":17,\"file\":18,\"born\":19}";

        assertThat(mark.toJson()).isEqualTo(json);
        assertThat(HomeMark.read(json)).isEqualTo(mark);
    }

    @Test
    void shouldMarkTheFolder() throws IOException {
        assertThat(Files.readString(bench.folder.resolve("home.json"), StandardCharsets.UTF_8))
                .contains(
                        "\"host\":\"ci\"",
                        "\"boot\":\"boot-1\"",
                        bench.folder.toRealPath().toString());
    }

    private void assertStates(Delivery.State waiting, Delivery.State held) throws IOException {
        assertThat(List.of(bench.stateOf("waiting"), bench.stateOf("held"))).containsExactly(waiting, held);
    }
}
