package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "team/app, team/app, true",
        "team/app, Team/APP, true",
        "team/app, team/app2, false",
        "team/*, team/app, true",
        "team/*, team/app/main, false",
        "team/*, team, false",
        "team/**, team/app/main, true",
        "**/main, team/app/main, true",
        "**, any/thing, true",
        "*, any/thing, false",
        "team/*/release-*, team/app/release-7, true",
        "team/*/release-*, team/app/main, false",
        "'', team, false",
        "shop/feature/**, shop/feature%2Fcart, true",
        "shop/feature/cart, shop/feature%2Fcart, true",
        "shop/feature%2Fcart, shop/feature%2Fcart, true",
        "shop/feature%2fCART, shop/feature%2Fcart, true",
        "feature%2Fcart, feature/cart, true",
        "feature/*, feature%2Fcart%2Fnew, false",
        "shop/feature*, shop/feature%2Fcart, true",
        "shop/*, shop/feature%2Fcart, true",
        "fix#12, fix%2312, true",
        "release-*, release-1+2, true",
        "100%, 100%, true",
        "100%*, 100%25, true",
    })
    void shouldFitJobs(String pattern, String job, boolean fits) {
        assertThat(Glob.forJobNames(pattern).matches(job)).isEqualTo(fits);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "*[bot]@*, 49699333+dependabot[bot]@users.noreply.github.com, true",
        "*@*.example, ada@mail.example, true",
        "noreply@*, NoReply@example.com, true",
        "noreply@*, x@noreply@example.com, false",
        "*@example.com, ada@example.com.evil, false",
    })
    void shouldFitAddresses(String pattern, String address, boolean fits) {
        assertThat(Glob.forAddresses(pattern).matches(address)).isEqualTo(fits);
    }

    @Property
    void shouldFitWhatTheRegularExpressionFits(
            @ForAll @StringLength(max = 8) @Chars({'a', 'b', '/', '*'}) String pattern,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') @Chars('/') String text) {
        String regex = pattern.replace("**", "ALL").replace("*", "[^/]*").replace("ALL", ".*");

        assertThat(Glob.forJobNames(pattern).matches(text)).isEqualTo(Pattern.matches(regex, text));
    }

    @Test
    void shouldNotBeSlowedDownByAPatternMadeForIt() {
        String pattern = "**a".repeat(160) + "b";

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(Glob.forJobNames(pattern).matches("a".repeat(2_000)))
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"**a", "*", "a*"})
    void shouldTakeNoLongerForALongerPattern(String part) {
        Glob pattern = Glob.forJobNames("**" + part.repeat(20_000) + "b**");

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int name = 0; name < 1_000; name++) {
                assertThat(pattern.matches("a".repeat(100))).isFalse();
            }
        });
    }
}
