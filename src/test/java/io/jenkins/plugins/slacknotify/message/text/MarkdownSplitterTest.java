package io.jenkins.plugins.slacknotify.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownSplitterTest {
    @Test
    void shouldLeaveAShortTextWhole() {
        String text = "# Title\n\n```\nx".repeat(600);

        assertThat(text).hasSizeBetween(8_000, MarkdownSplitter.MAX_PART);
        assertThat(MarkdownSplitter.split(text)).containsExactly(text);
    }

    @Test
    void shouldCutAtTheEndOfALine() {
        List<String> parts = MarkdownSplitter.split("- a point of some length\n".repeat(1_000));

        assertThat(parts)
                .hasSize(3)
                .allSatisfy(part -> assertThat(part)
                        .hasSizeLessThanOrEqualTo(MarkdownSplitter.MAX_PART)
                        .startsWith("- a point")
                        .doesNotContain("```"));
    }

    @Test
    void shouldCloseABlockOfCodeThatItCutsAndOpenItAgain() {
        String text = "Before\n````java\n" + "```no fence, because it is shorter\n".repeat(400) + "````\nAfter";

        List<String> parts = MarkdownSplitter.split(text);

        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(MarkdownSplitter.MAX_PART));
        assertThat(parts.get(0)).startsWith("Before\n````java\n").endsWith("shorter\n````");
        assertThat(parts.get(1)).startsWith("````java\n```no fence").endsWith("````\nAfter");
    }

    @Test
    void shouldNotOpenWhatHasBeenClosed() {
        String text = "~~~\ncode\n~~~\n" + "words\n".repeat(2_000);

        assertThat(MarkdownSplitter.split(text).get(0)).endsWith("words");
    }

    @Test
    void shouldStayWithinTheLimitWhateverTheFence() {
        String text = ("~".repeat(500) + "\n").repeat(100) + "```" + "x".repeat(95) + "\n" + "y\n".repeat(20_000);

        assertThat(MarkdownSplitter.split(text))
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(MarkdownSplitter.MAX_PART));
    }

    /** CommonMark: the words behind an opening fence of backticks have none. */
    @Test
    void shouldTakeNoCodeWithinALineForAFence() {
        String text = "```x```\n" + "word\n".repeat(4_000);

        List<String> parts = MarkdownSplitter.split(text);

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(String.join("\n", parts)).isEqualTo(text);
    }
}
