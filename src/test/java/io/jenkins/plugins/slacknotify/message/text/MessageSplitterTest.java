package io.jenkins.plugins.slacknotify.message.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSplitterTest {
    private static final int SLACKS_LIMIT = 4_000;

    @Test
    void shouldLeaveAShortTextWhole() {
        assertThat(MessageSplitter.split("one\ntwo\n")).containsExactly("one\ntwo\n");
        assertThat(MessageSplitter.split("")).containsExactly("");
        assertThat(MessageSplitter.split("x".repeat(MessageSplitter.MAX_PART))).hasSize(1);
    }

    @Test
    void shouldSayThatThereIsNoRoomInsteadOfCuttingForEver() {
        for (int limit : List.of(1, 0, -7)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MessageSplitter.split("\uD83D\uDE00 done", limit))
                    .withMessageContaining("Mention fewer people");
        }
        assertThat(MessageSplitter.split("\uD83D\uDE00 done", 2)).startsWith("\uD83D\uDE00");
    }

    @Test
    void shouldCutBetweenLines() {
        List<String> parts = MessageSplitter.split(lines(10_000));

        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(part.lines()).allMatch(line -> line.matches("line \\d{5}")));
        assertThat(String.join("\n", parts)).isEqualTo(lines(10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://jira.example.org/browse/SHOP-1|SHOP-1 adds a tax>, ",
                "<@U0123456789>",
                "deployment ",
                "Änderung & <!here> "
            })
    void shouldCutALongLineBetweenWordsAndNotInALinkOrMention(String piece) {
        String text = piece.repeat(1_000);

        List<String> parts = MessageSplitter.split(text);

        assertThat(parts.subList(0, parts.size() - 1))
                .isNotEmpty()
                .allSatisfy(part ->
                        assertThat(part).hasSizeBetween(MessageSplitter.MAX_PART / 2, MessageSplitter.MAX_PART));
        assertThat(parts)
                .allMatch(part -> piece.startsWith("<") ? part.startsWith("<") : part.matches("(?s)[\\p{L}&<].*"))
                .allMatch(part -> part.indexOf('<') <= part.indexOf('>'));
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void shouldCutInALinkThatIsLongerThanAPart() {
        String text = "<https://example.org/" + "x".repeat(5_000) + "|label> and a < b";

        assertThat(String.join("", MessageSplitter.split(text))).isEqualTo(text);
    }

    @Test
    void shouldCutALineThatIsTooLongBetweenUserPerceivedCharacters() {
        String family = "👨‍👩‍👧‍👦";
        String text = family.repeat(1_000);

        List<String> parts = MessageSplitter.split(text);

        assertThat(parts)
                .allSatisfy(part -> assertThat(part.replace(family, "")).isEmpty());
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void shouldCutEvenAMonstrousCharacterButNotASurrogatePair() {
        String text = "a" + "\u0301".repeat(3_898) + "\ud83c\udffd".repeat(3_000);

        List<String> parts = MessageSplitter.split(text);

        assertThat(parts)
                .allSatisfy(part -> assertThat(part)
                        .hasSizeLessThanOrEqualTo(MessageSplitter.MAX_PART)
                        .doesNotMatch("(?s)[\\udc00-\\udfff].*|.*[\\ud800-\\udbff]"));
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void shouldTakeAHundredThousandCharacters() {
        List<String> parts = MessageSplitter.split("x".repeat(100_000));

        assertThat(parts).hasSize(26).allSatisfy(part -> assertThat(part).hasSizeLessThan(SLACKS_LIMIT));
    }

    @Test
    void shouldTakeTheLongestTextButNotOneCharacterMore() {
        assertThat(MessageSplitter.split("x".repeat(200_000))).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageSplitter.split("x".repeat(200_001)))
                .withMessage(
                        "The message has 200,001 characters, and at most 200,000 can be sent. Archive the text as an"
                                + " artifact and send a link to it instead.");
    }

    private static String lines(int count) {
        return String.join(
                "\n", IntStream.range(0, count).mapToObj("line %05d"::formatted).toList());
    }
}
