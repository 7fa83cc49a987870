package io.jenkins.plugins.slacknotify.outbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The line that has kept them may be of no use any more at the end of a build. */
    @Test
    void shouldLetNobodyWaitUntilManySegmentsAreDeleted() throws IOException {
        Journal journal = open();
        List<LinePosition> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.addAll(journal.append(List.of(LARGE)));
        }
        lines.forEach(journal::release);

        journal.deleteSpent();
        assertThat(files()).hasSize(3);
        journal.deleteSpent();
        assertThat(files()).hasSize(1);
        journal.close();
    }

    /** By an administrator, say, who wants to get rid of what waits. What comes later would be written into what no name leads to. */
    @ParameterizedTest
    @ValueSource(strings = {"removed", "replaced by a copy", "removed with its folder", "replaced by a folder", "cut"})
    void shouldKeepWhatIsAppendedAfterItsFileWas(String harmed) throws IOException {
        Path file = home.resolve("journal/00000001.journal");
        String later = "{\"id\":\"b\"}";
        try (Journal journal = open();
                LoggedRecords log = LoggedRecords.of(Journal.class)) {
            journal.append(List.of(LINE));
            harm(file, harmed);
            LinePosition position = journal.append(List.of(later)).get(0);

            assertThat(journal.read(position)).isEqualTo(later);
            assertThat(log.messages()).singleElement().asString().contains("removed or changed");
        }
        open().close();
        assertThat(read).endsWith(later);
    }

    /** Where all are gone, it may be the disk that is. */
    @Test
    void shouldTakeASegmentForRemovedOnlyWhereOthersAreThere() throws IOException {
        try (Journal journal = open()) {
            journal.append(List.of(LARGE));
            journal.append(List.of(LINE));
            assertThat(journal.isRemoved(1)).isFalse();

            Files.delete(home.resolve("journal/00000001.journal"));
            assertThat(journal.isRemoved(1)).isTrue();
            assertThat(journal.isRemoved(7)).as("there was none").isFalse();

            Files.delete(home.resolve("journal/00000002.journal"));
            assertThat(journal.isRemoved(1)).isFalse();
        }
    }

    @Test
    void shouldNotBeginAFileForEachLineWhereTheFileSystemTellsSomethingElseEachTime() throws IOException {
        try (Journal journal = open();
                LoggedRecords log = LoggedRecords.of(Journal.class)) {
            for (int i = 0; i < 20; i++) {
                journal.append(List.of(LINE));
                harm(home.resolve("journal").resolve(files().get(files().size() - 1)), "replaced by a copy");
            }
            assertThat(log.messages()).hasSize(5);
        }
        assertThat(files()).hasSize(6);
    }

    /** By somebody who removes files while Jenkins is down, or who puts a backup over what is there. */
    @ParameterizedTest
    @ValueSource(strings = {"removed", "put back without its last line"})
    void shouldMissTheLinesOfASegmentThatWas(String harmed) throws IOException {
        appendInThreeProcesses();
        Path second = home.resolve("journal/00000002.journal");
        if (harmed.equals("removed")) {
            Files.delete(second);
        } else {
            byte[] lines = Files.readAllBytes(second);
            Files.write(second, Arrays.copyOf(lines, lines.length - Frame.of(LINE).length));
        }

        try (Journal journal = open()) {
            assertThat(journal.lastGap()).map(LinePosition::segment).contains(3);
        }
    }

    @Test
    void shouldMissTheLinesBetweenOldSegmentsThatWerePutBackAndThoseOfNow() throws IOException {
        appendInThreeProcesses();
        Path first = home.resolve("journal/00000001.journal");
        Path backup = Files.copy(first, home.resolve("backup"));
        Files.delete(first);
        Files.delete(home.resolve("journal/00000002.journal"));
        try (Journal journal = open()) {
            assertThat(journal.lastGap()).as("the oldest are deleted first").isEmpty();
        }
        Files.move(backup, first);

        try (Journal journal = open()) {
            assertThat(journal.lastGap()).map(LinePosition::segment).contains(3);
        }
    }

    @Test
    void shouldMissNothingWhereAllIsThereOrSegmentsHadNoUse() throws IOException {
        appendInThreeProcesses();
        try (Journal journal = open()) {
            assertThat(journal.lastGap()).isEmpty();
            assertThat(read).containsExactly(LINE, LINE, LINE, LINE);
        }
        Files.createFile(home.resolve("journal/00000004.journal"));
        for (int process = 0; process < 2; process++) {
            try (Journal journal = open()) {
                journal.append(List.of(LARGE));
                journal.append(List.of(LINE));
                assertThat(journal.lastGap()).isEmpty();
            }
        }
        open().close();
        assertThat(read).hasSize(8);
    }

    /** Those that an earlier version has written do not say what is before them. */
    @Test
    void shouldTakeSegmentsThatDoNotSayWhatIsBeforeThemAsTheyAre() throws IOException {
        Path folder = Files.createDirectory(home.resolve("journal"));
        Files.write(folder.resolve("00000001.journal"), Frame.of(LINE));
        Files.write(folder.resolve("00000003.journal"), Frame.of(LINE));

        try (Journal journal = open()) {
            assertThat(journal.lastGap()).isEmpty();
        }
        assertThat(read).containsExactly(LINE, LINE);
    }

    private void appendInThreeProcesses() throws IOException {
        for (int lines = 1; lines <= 3; lines++) {
            try (Journal journal = open()) {
                journal.append(List.of(LINE));
                if (lines == 2) {
                    journal.append(List.of(LINE));
                }
            }
        }
    }

    private static void harm(Path file, String how) throws IOException {
        switch (how) {
            case "replaced by a copy" -> {
                Path copy = Files.copy(file, file.resolveSibling("copy"));
                Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
            }
            case "cut" -> Files.write(file, new byte[0]);
            default -> {
                Files.delete(file);
                if (how.contains("with its")) {
                    Files.delete(file.getParent());
                } else if (how.contains("by a folder")) {
                    Files.createDirectory(file);
                }
            }
        }
    }

    /** For lack of memory, say. The lines that were not read must neither be taken for read nor be deleted. */
    @Test
    void shouldKeepASegmentUntilAllOfItWasRead() throws IOException {
        try (Journal journal = open()) {
            journal.append(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"));
        }
        Path file = home.resolve("journal/00000001.journal");
        Path elsewhere = home.resolve("elsewhere");
        Files.move(file, elsewhere);
        Files.createDirectory(file);
        Journal journal = open();
        Files.delete(file);
        Files.move(elsewhere, file);

        List<LinePosition> positions = new ArrayList<>();
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> readAgain(journal, (position, json) -> {
                    if (positions.size() == 1) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    positions.add(position);
                }));
        assertThat(journal.countUnread()).isEqualTo(1);
        journal.release(positions.get(0));
        journal.deleteSpent();
        assertThat(file).exists();

        readAgain(journal, (position, json) -> read.add(json));
        assertThat(read).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
        assertThat(journal.countUnread()).isZero();
        journal.close();
    }

    private static void readAgain(Journal journal, Journal.Reader reader) throws IOException {
        for (int segment : journal.unreadSegments()) {
            journal.content(segment).ifPresent(content -> journal.readAgain(segment, content, reader));
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

    /** Each way in which the languages of Java write digits. */
    static Stream<Locale> languages() {
        return Arrays.stream(Locale.getAvailableLocales())
                .collect(Collectors.toMap(language -> fileName(language, 1), language -> language, (one, other) -> one))
                .values()
                .stream();
    }

    private static String fileName(Locale language, int number) {
        return String.format(language, "%08d.journal", number);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldReadInEachLanguageWhatItHasWritten(Locale language) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(language);
            try (Journal journal = open()) {
                journal.append(List.of(LINE));
            }
            try (Journal journal = open()) {
                assertThat(read).containsExactly(LINE);
                journal.append(List.of(LINE));
            }
        } finally {
            Locale.setDefault(before);
        }

        assertThat(files()).containsExactly("00000001.journal", "00000002.journal");
    }

    /** So the names were once. What another language had written stayed unread, and the numbers began again. */
    @ParameterizedTest
    @MethodSource("languages")
    void shouldReadNamesWithTheDigitsOfEachLanguage(Locale language) throws IOException {
        assumeAnyName();
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            lines.add("{\"id\":\"" + number + "\"}");
            try (Journal journal = open()) {
                journal.append(List.of(lines.get(number - 1)));
            }
            rename("%08d.journal".formatted(number), fileName(language, number));
        }

        try (Journal journal = open()) {
            assertThat(read).containsExactlyElementsOf(lines);
            journal.append(List.of(LINE));
        }

        assertThat(files()).contains("00000003.journal").hasSize(3);
        open().close();
        assertThat(read).containsExactly(lines.get(0), lines.get(1), LINE);
    }

    @Test
    void shouldReadTwoFilesOfOneNumber() throws IOException {
        assumeAnyName();
        Locale arabic = Locale.forLanguageTag("ar-EG");
        List<LinePosition> positions = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Journal journal = new Journal(home.resolve("other"), new Quarantine(home.resolve("unreadable")));
            journal.open((position, json) -> {});
            journal.append(List.of("{\"id\":\"other " + number + "\"}"));
            journal.close();
            try (Journal own = open()) {
                own.append(List.of("{\"id\":\"own " + number + "\"}"));
            }
        }
        for (int number = 1; number <= 2; number++) {
            Files.move(
                    home.resolve("other").resolve(fileName(Locale.ROOT, number)),
                    home.resolve("journal").resolve(fileName(arabic, number)));
        }

        try (Journal journal = open()) {
            assertThat(read)
                    .containsExactly(
                            "{\"id\":\"own 1\"}", "{\"id\":\"other 1\"}", "{\"id\":\"own 2\"}", "{\"id\":\"other 2\"}");
        }
        Journal journal = new Journal(home.resolve("journal"), new Quarantine(home.resolve("unreadable")));
        journal.open((position, json) -> positions.add(position));
        for (LinePosition position : positions) {
            assertThat(journal.read(position)).contains("\"id\"");
            journal.release(position);
        }
        journal.deleteSpent();
        journal.deleteSpent();
        assertThat(files()).isEmpty();
        journal.append(List.of(LINE));
        assertThat(files()).as("no number is used twice").containsExactly("00000005.journal");
        journal.close();
    }

    /** Digits that need two chars are no number for {@link Integer#parseInt}. */
    @Test
    void shouldLeaveAloneWhatIsNoSegment() throws IOException {
        assumeAnyName();
        try (Journal journal = open()) {
            journal.append(List.of(LINE));
        }
        Files.createFile(home.resolve("journal").resolve("\uD835\uDFCE".repeat(8) + ".journal"));
        Files.createFile(home.resolve("journal/00000001.journal.bak"));

        open().close();

        assertThat(read).containsExactly(LINE);
        assertThat(files()).hasSize(3);
    }

    /** Such names are possible where the process encodes them as UTF-8 alone. */
    private static void assumeAnyName() {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "no names of files in any script");
    }

    private void rename(String before, String now) throws IOException {
        Files.move(
                home.resolve("journal").resolve(before), home.resolve("journal").resolve(now));
    }
}
