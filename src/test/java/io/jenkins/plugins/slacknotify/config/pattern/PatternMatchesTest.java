package io.jenkins.plugins.slacknotify.config.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternMatchesTest {
    private static final List<String> JOBS =
            List.of("shop/main", "shop/feature%2Fcart", "infra/dns", "team/shop/main", "nightly");

    @Test
    void shouldCountTheNamesThatPatternsMatchTogether() {
        assertThat(PatternMatches.of(List.of("shop/**", "nightly", "!**/main"), JOBS))
                .isEqualTo(new PatternMatches(2, 5, Map.of()));
    }

    @Test
    void shouldCountWhatNothingLeavesOut() {
        assertThat(PatternMatches.of(List.of("!shop/**"), JOBS)).isEqualTo(new PatternMatches(3, 5, Map.of()));
    }

    @ParameterizedTest(name = "{0}: did you mean {1}?")
    @CsvSource(textBlock = """
        shop,                                     shop/**
        dns,                                      **/dns
        team/*,                                   team/*/**
        job/shop/job/main,                        shop/main
        job/shop/job/main/12,                     shop/main
        job/shop/job/feature%252Fcart,            shop/feature%2Fcart
        !shop,                                    shop/**
        """)
    void shouldSayWhichPatternMatchesNothingAndWhatIsNear(String pattern, String near) {
        assertThat(PatternMatches.of(List.of(pattern, "nightly"), JOBS).idle())
                .containsExactly(Map.entry(pattern, Optional.of(near)));
    }

    @Test
    void shouldNameIdlePatternsInTheOrderOfTheLines() {
        List<String> lines =
                IntStream.range(0, 40).mapToObj(line -> "gone-" + line).toList();

        assertThat(PatternMatches.of(lines, JOBS).idle().keySet()).containsExactlyElementsOf(lines);
    }

    @Test
    void shouldSuggestNothingThatDoesNotExist() {
        assertThat(PatternMatches.of(List.of("shop/main, infra/**", "gone"), JOBS))
                .isEqualTo(new PatternMatches(
                        0, 5, Map.of("shop/main, infra/**", Optional.empty(), "gone", Optional.empty())));
    }
}
