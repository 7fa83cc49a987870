package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/decisions/README.md} to the records beside it. */
class DecisionIndexTest {
    private static final Path FOLDER = MarkdownDocument.root().resolve("docs/decisions");
    private static final Pattern RECORD = Pattern.compile("\\d{4}-.+\\.md");
    private static final Pattern ROW =
            Pattern.compile("\\| \\[(\\d{4})]\\((.+?)\\) \\| (.+?)( \\(superseded by \\d{4}\\))? \\|");

    /** A row of the index, or what it should be. */
    record Row(String number, String file, String title) {
        static Row of(Path record) {
            String name = record.getFileName().toString();
            String heading =
                    new MarkdownDocument(record).text().lines().findFirst().orElseThrow();
            return new Row(
                    name.substring(0, 4),
                    name,
                    heading.replaceFirst("# 0*" + Integer.parseInt(name.substring(0, 4)) + "\\. ", ""));
        }
    }

    @Test
    void shouldListEveryRecordByItsTitle() throws IOException {
        List<Row> expected;
        try (Stream<Path> files = Files.list(FOLDER)) {
            expected = files.filter(file ->
                            RECORD.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .map(Row::of)
                    .toList();
        }

        assertThat(rows()).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void shouldGiveEachNumberOnce() throws IOException {
        assertThat(rows()).extracting(Row::number).doesNotHaveDuplicates();
    }

    @Test
    void shouldListTheRecordsOfATopicInTheirOrder() throws IOException {
        assertThat(topics())
                .hasSizeGreaterThan(1)
                .allSatisfy(topic -> assertThat(rows(topic))
                        .isNotEmpty()
                        .extracting(Row::number)
                        .isSorted());
    }

    /** The sections of the index, without what stands before the first. */
    private static List<String> topics() throws IOException {
        return Stream.of(Files.readString(FOLDER.resolve("README.md")).split("\\R## "))
                .skip(1)
                .toList();
    }

    private static List<Row> rows() throws IOException {
        return topics().stream().flatMap(topic -> rows(topic).stream()).toList();
    }

    private static List<Row> rows(String topic) {
        return topic.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                .toList();
    }
}
