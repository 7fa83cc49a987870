package io.jenkins.plugins.slacknotify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagePartsTest {
    private static final int SLACKS_LIMIT = 4_000;

    @Test
    void shouldLeaveAShortTextWhole() {
        assertThat(MessageParts.split("one\ntwo\n")).containsExactly("one\ntwo\n");
        assertThat(MessageParts.split("")).containsExactly("");
        assertThat(MessageParts.split("x".repeat(MessageParts.PART_LIMIT))).hasSize(1);
    }

    @Test
    void shouldCutBetweenLines() {
        List<String> parts = MessageParts.split(lines(10_000));

        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(part.lines()).allMatch(line -> line.matches("line \\d{5}")));
        assertThat(String.join("\n", parts)).isEqualTo(lines(10_000));
    }

    @Test
    void shouldCutALineThatIsTooLongBetweenUserPerceivedCharacters() {
        String family = "👨‍👩‍👧‍👦";
        String text = family.repeat(1_000);

        List<String> parts = MessageParts.split(text);

        assertThat(parts)
                .allSatisfy(part -> assertThat(part.replace(family, "")).isEmpty());
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void shouldCutEvenAMonstrousCharacterButNotASurrogatePair() {
        String text = "a" + "\u0301".repeat(3_898) + "\ud83c\udffd".repeat(3_000);

        List<String> parts = MessageParts.split(text);

        assertThat(parts)
                .allSatisfy(part -> assertThat(part)
                        .hasSizeLessThanOrEqualTo(MessageParts.PART_LIMIT)
                        .doesNotMatch("(?s)[\\udc00-\\udfff].*|.*[\\ud800-\\udbff]"));
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void shouldTakeAHundredThousandCharacters() {
        List<String> parts = MessageParts.split("x".repeat(100_000));

        assertThat(parts).hasSize(26).allSatisfy(part -> assertThat(part).hasSizeLessThan(SLACKS_LIMIT));
    }

    @Test
    void shouldTakeTheLongestTextButNotOneCharacterMore() {
        assertThat(MessageParts.split("x".repeat(200_000))).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageParts.split("x".repeat(200_001)))
                .withMessage(
                        "The message has 200,001 characters, and at most 200,000 can be sent. Archive the text as an"
                                + " artifact and send a link to it instead.");
    }

    private static String lines(int count) {
        return String.join(
                "\n", IntStream.range(0, count).mapToObj("line %05d"::formatted).toList());
    }
}
