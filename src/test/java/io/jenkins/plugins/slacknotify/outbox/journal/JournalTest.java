package io.jenkins.plugins.slacknotify.outbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String LINE = "{\"id\":\"a\"}";
    private static final String LARGE = "{\"id\":\"" + "x".repeat(Journal.SEGMENT_SIZE) + "\"}";

    @TempDir
    Path home;

    private final List<String> read = new ArrayList<>();

    private Journal open() throws IOException {
        Journal journal = new Journal(home.resolve("journal"), new Quarantine(home.resolve("unreadable")));
        read.clear();
        journal.open((position, json) -> read.add(json));
        return journal;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            return files.map(file -> file.toFile().getName()).sorted().toList();
        }
    }

    @Test
    void shouldDeleteAnEmptySegmentThoughOlderOnesAreInUse() throws IOException {
        try (Journal journal = open()) {
            journal.append(List.of(LINE));
        }
        for (int number = 2; number < 100; number++) {
            Files.createFile(home.resolve("journal/%08d.journal".formatted(number)));
        }

        try (Journal journal = open()) {
            assertThat(files()).containsExactly("00000001.journal");
            journal.append(List.of(LINE));
            assertThat(files()).as("no number is used twice").containsExactly("00000001.journal", "00000100.journal");
        }
    }

    @Test
    void shouldDeleteNoSegmentBeforeAnOlderOne() throws IOException {
        try (Journal journal = open()) {
            LinePosition first = journal.append(List.of(LARGE)).get(0);
            LinePosition second = journal.append(List.of(LARGE)).get(0);
            journal.append(List.of(LARGE));

            journal.release(second);
            journal.deleteSpent();
            assertThat(files()).hasSize(3);

            journal.release(first);
            journal.deleteSpent();
            assertThat(files()).containsExactly("00000003.journal");
        }
    }

    /** Where the older of two cannot be deleted, the younger must not go: the older one's lines would count again. */
    @Test
    void shouldDeleteNoYoungerOneWhereAnOlderOneCannotBeDeleted() throws IOException {
        Journal journal = open();
        LinePosition first = journal.append(List.of(LARGE)).get(0);
        LinePosition second = journal.append(List.of(LARGE)).get(0);
        journal.append(List.of(LINE));
        journal.release(first);
        journal.release(second);
        Path oldest = home.resolve("journal/00000001.journal");
        Files.delete(oldest);
        Files.createDirectories(oldest.resolve("in the way"));

        assertThatIOException().isThrownBy(journal::deleteSpent);

        assertThat(files()).hasSize(3);
        journal.close();
    }

    @Test
    void shouldLeaveNoFileWhereAFolderCannotBeWritten() throws IOException {
        Files.createFile(home.resolve("journal"));
        Journal journal = new Journal(home.resolve("journal"), new Quarantine(home.resolve("unreadable")));
        for (int i = 0; i < 5; i++) {
            assertThatIOException().isThrownBy(() -> journal.append(List.of(LINE)));
        }
        Files.delete(home.resolve("journal"));

        journal.append(List.of(LINE));

        assertThat(files()).hasSize(1);
        journal.close();
        open().close();
        assertThat(read).containsExactly(LINE);
    }
}
