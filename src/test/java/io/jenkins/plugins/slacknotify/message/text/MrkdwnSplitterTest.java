package io.jenkins.plugins.slacknotify.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnSplitterTest {
    private static final int LIMIT = 100;

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "line *" + number + "*")
                .collect(Collectors.joining("\n"));
    }

    private static String withoutFences(String text) {
        return text.replace("`", "").replace("\n", "");
    }

    private static int fences(String part) {
        return (part.length() - part.replace("```", "").length()) / 3;
    }

    @Test
    void shouldSplitTextAsEver() {
        assertThat(MrkdwnSplitter.split(lines(200), LIMIT)).isEqualTo(MessageSplitter.split(lines(200), LIMIT));
        assertThat(MrkdwnSplitter.split("```short```", LIMIT)).containsExactly("```short```");
    }

    /** Otherwise the rest of a log would be running text, in which its asterisks and colons are markup. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Log:\n```%s```", "```\n%s\n```\nThat is all.", "```a``` and ```%s``` and ```b```", "```%s"})
    void shouldKeepABlockOfCodeOneOverItsParts(String form) {
        String text = form.formatted(lines(200));

        List<String> parts = MrkdwnSplitter.split(text, LIMIT);

        assertThat(parts)
                .hasSizeGreaterThan(10)
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(LIMIT));
        assertThat(parts.subList(0, parts.size() - 1))
                .allSatisfy(part -> assertThat(fences(part)).isEven());
        assertThat(parts.subList(1, parts.size() - 1))
                .allSatisfy(part -> assertThat(part).startsWith("```"));
        assertThat(withoutFences(String.join("", parts))).isEqualTo(withoutFences(text));
    }

    /** Wherever the cut falls, in the fence itself too. */
    @Test
    void shouldCutNoFenceInTwo() {
        for (int before = LIMIT - 20; before <= LIMIT; before++) {
            String text = "x".repeat(before) + "```" + "y".repeat(300) + "``` z";

            List<String> parts = MrkdwnSplitter.split(text, LIMIT);

            assertThat(parts)
                    .as("%d characters before it", before)
                    .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(LIMIT))
                    .allSatisfy(part -> assertThat(fences(part)).isEven());
            assertThat(withoutFences(String.join("", parts))).isEqualTo(withoutFences(text));
        }
    }

    @Test
    void shouldLeaveBackticksAtTheEnd() {
        String text = "x".repeat(150) + "``` a ``` `b`";

        assertThat(String.join("", MrkdwnSplitter.split(text, LIMIT))).isEqualTo(text);
    }
}
