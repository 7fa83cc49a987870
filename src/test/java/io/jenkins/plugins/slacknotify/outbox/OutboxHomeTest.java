package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox of a home that was put back or copied, or that two processes use. */
class OutboxHomeTest {
    private static final List<String> LEFT = List.of("a", "b", "c");

    @TempDir
    Path home;

    @AutoClose
    private final OutboxOnDisk process = new OutboxOnDisk();

    private Path original;
    private Path backup;

    /** A backup is taken while three wait, which are sent afterwards. */
    @BeforeEach
    void sendWhatABackupStillHas() throws IOException {
        original = home.resolve("outbox");
        backup = home.resolve("backup");
        process.slack.setDown(true);
        process.start(original);
        LEFT.forEach(process::accept);
        process.threads.run();
        copy(original, backup);
        process.slack.setDown(false);
        process.threads.advance(Duration.ofMinutes(5));
        assertThat(process.slack.messages()).hasSize(3);
    }

    @Test
    void shouldSendNothingTwiceFromABackupThatWasPutBack() {
        process.clock.advance(Duration.ofHours(12));
        process.start(backup);
        process.threads.advance(Duration.ofMinutes(5));

        assertThat(process.slack.repeated()).isEmpty();
        assertThat(process.slack.looks()).isEqualTo(3);
        assertThat(LEFT).extracting(process::stateOf).containsOnly(Delivery.State.SENT);
    }

    @Test
    void shouldAskBeforeItSendsFromACopyOnAnotherMachine() {
        process.host = new Host("staging", "boot-9");
        process.start(backup);
        process.accept("new");
        process.threads.advance(Duration.ofHours(1));

        assertThat(process.slack.messages()).hasSize(4).last().isEqualTo(List.of("new"));
        assertThat(process.slack.looks()).isZero();
        assertThat(process.outbox.storeProblem()).hasValueSatisfying(problem -> {
            assertThat(problem.unread()).isFalse();
            assertThat(problem.condition().copied()).isEqualTo(3);
            assertThat(problem.condition().copiedFrom()).startsWith("ci:").endsWith("outbox");
        });
    }

    @Test
    void shouldLookForWhatAnAdministratorReleases() throws IOException {
        process.host = new Host("staging", "boot-9");
        process.start(backup);

        process.outbox.releaseCopied();
        process.threads.advance(Duration.ofMinutes(5));

        assertThat(process.slack.repeated()).isEmpty();
        assertThat(process.slack.looks()).isEqualTo(3);
        assertThat(LEFT).extracting(process::stateOf).containsOnly(Delivery.State.SENT);
        assertThat(process.outbox.storeProblem()).isEmpty();
    }

    @Test
    void shouldSendNothingOfWhatAnAdministratorDiscards() throws IOException {
        process.host = new Host("staging", "boot-9");
        process.start(backup);

        process.heard.clear();
        CompletableFuture<Delivery> settled = process.outbox.whenSettled("a").toCompletableFuture();
        assertThat(settled).isNotDone();
        process.outbox.discardCopied();
        process.threads.advance(Duration.ofMinutes(5));

        assertThat(process.heard)
                .extracting(delivery -> delivery.entry().id(), Delivery::state)
                .containsExactlyInAnyOrder(
                        tuple("a", Delivery.State.DISCARDED),
                        tuple("b", Delivery.State.DISCARDED),
                        tuple("c", Delivery.State.DISCARDED));
        assertThat(settled).isCompletedWithValueMatching(delivery -> delivery.state() == Delivery.State.DISCARDED);
        assertThat(process.slack.looks()).isZero();
        assertThat(LEFT).extracting(process::stateOf).containsOnly(Delivery.State.DISCARDED);
        assertThat(process.outbox.storeProblem()).isEmpty();
        assertThat(process.outbox.waiting()).isZero();
    }

    @Test
    void shouldKeepToMemoryAndTellWhileAnotherProcessHasTheFolder() throws IOException {
        try (LoggedRecords log = LoggedRecords.of(LeftoverReader.class);
                LoggedRecords storeLog = LoggedRecords.of(ResilientStore.class)) {
            process.close();
            JournalOutboxStore other = new JournalOutboxStore(original, process.host, process.clock);
            other.heads();
            process.start(original);
            process.accept("new");
            process.threads.run();
            assertThat(process.slack.messages()).last().isEqualTo(List.of("new"));
            assertThat(process.outbox.storeProblem()).hasValueSatisfying(problem -> {
                assertThat(problem.condition().inUse()).isTrue();
                assertThat(problem.inMemory()).isOne();
                assertThat(problem.unread()).isTrue();
            });
            assertThat(other.find("new")).isEmpty();

            other.close();
            process.threads.advance(Duration.ofMinutes(6));
            assertThat(process.outbox.storeProblem()).isEmpty();
            assertThat(process.stateOf("new")).isEqualTo(Delivery.State.SENT);
            assertThat(log.messages()).hasSize(1);
            assertThat(storeLog.messages()).last().asString().contains("on disk now");
        }
        process.start(original);
        assertThat(process.stateOf("new")).isEqualTo(Delivery.State.SENT);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
