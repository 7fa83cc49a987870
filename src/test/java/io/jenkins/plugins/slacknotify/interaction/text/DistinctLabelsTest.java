package io.jenkins.plugins.slacknotify.interaction.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistinctLabelsTest {
    private static final int LIMIT = 20;

    @Test
    void shouldKeepWhatFits() {
        assertThat(DistinctLabels.of(List.of("main", "feature/pay", "1234567890123456789é"), LIMIT))
                .containsExactly("main", "feature/pay", "1234567890123456789é");
    }

    @Test
    void shouldBeginWithTheBeginningWhereThatTellsThemApart() {
        assertThat(DistinctLabels.of(List.of("a release that is long", "b release that is long"), LIMIT))
                .containsExactly("a release that is l…", "b release that is l…");
    }

    @Test
    void shouldShowTheEndWhereThatTellsThemApart() {
        assertThat(DistinctLabels.of(
                        List.of("registry.example.com/shop:1.4", "registry.example.com/shop:1.5", "short"), LIMIT))
                .containsExactly("regist….com/shop:1.4", "regist….com/shop:1.5", "short");
    }

    @Test
    void shouldNumberWhatLooksTheSame() {
        assertThat(DistinctLabels.of(List.of("a  b", "a b", " a\nb "), LIMIT))
                .containsExactly("1. a b", "2. a b", "3. a b");
        String middle = "the same beginning %s and the same end of it";
        assertThat(DistinctLabels.of(List.of(middle.formatted(1), middle.formatted(2)), LIMIT))
                .containsExactly("1. the s…e end of it", "2. the s…e end of it");
    }

    @Test
    void shouldFitWhateverItIs() {
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(index -> "&<>\uD83D\uDE80".repeat(index) + index)
                .toList();

        assertThat(DistinctLabels.of(texts, LIMIT))
                .hasSize(200)
                .doesNotHaveDuplicates()
                .allSatisfy(label -> {
                    assertThat(Mrkdwn.escape(label)).hasSizeLessThanOrEqualTo(LIMIT);
                    assertThat(label.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
                            .isTrue();
                });
    }
}
