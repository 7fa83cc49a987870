package io.jenkins.plugins.slacknotify.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternsTest {
    @ParameterizedTest
    @CsvSource({
        "shop/checkout, shop/checkout, true",
        "shop/*,        shop/checkout, true",
        "shop/*,        shop/web/main, false",
        "shop/**,       shop/web/main, true",
        "*,             shop/checkout, false",
        "SHOP/*,        shop/Checkout, true",
        "v1.*,          v1.2, true",
        "com.acme.*,    com.acme.shop, true",
        "refs/**,       refs/tools, true",
        "refs/tools,    refs/tools, true",
    })
    void shouldReadStars(String pattern, String name, boolean fits) {
        assertThat(NamePatterns.validated(List.of(pattern)).matches(name)).isEqualTo(fits);
    }

    @Test
    void shouldTellThePatternsThatMatchANameAlone() {
        NamePatterns patterns = NamePatterns.of(List.of("Shop/**", "web/**", "**", "!web/secret", "shop/main"));

        assertThat(patterns.by("shop/main").written()).containsExactly("Shop/**", "**", "shop/main");
        assertThat(NamePatterns.of(List.of("!web/secret")).by("shop/main")).isEqualTo(NamePatterns.ANY);
        assertThat(NamePatterns.ANY.by("shop/main")).isEqualTo(NamePatterns.ANY);
    }

    @Test
    void shouldFitWhatOneDoesAndNoneWithAnExclamationMark() {
        NamePatterns patterns = NamePatterns.of(List.of("shop/**", "web/**", "!**/experimental"));

        assertThat(patterns.matches("web/site")).isTrue();
        assertThat(patterns.matches("web/experimental")).isFalse();
        assertThat(patterns.matches("other")).isFalse();
    }

    @Test
    void shouldReadBranchesAsPeopleWriteThem() {
        NamePatterns patterns = NamePatterns.of(List.of("shop/feature/**", "!shop/feature/try*"));

        assertThat(patterns.matches("shop/feature%2Fcart")).isTrue();
        assertThat(patterns.matches("shop/feature%2Ftry-1")).isFalse();
        assertThat(patterns.matches("shop/main")).isFalse();
    }

    @Test
    void shouldFitAllTheRestWhereOnlyExceptionsAreWritten() {
        assertThat(NamePatterns.of(List.of("!sandbox/**")).matches("shop/checkout"))
                .isTrue();
        assertThat(NamePatterns.of(List.of("!sandbox/**")).matches("sandbox/try"))
                .isFalse();
        assertThat(NamePatterns.ANY.matches("anything")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!",
                "/shop",
                "shop/",
                "shop//web",
                "shop\\web",
                "shop?",
                "[a-z]*",
                "^main$",
                ".*",
                "!.*-try",
                "release/.+",
                "PR-.*",
                "main|develop",
                "refs/heads/main",
                "refs/remotes/origin/main",
                "!refs/tags/**",
                "!rel?",
                "https://ci.example/job/shop/"
            })
    void shouldSayWhatIsWrongWithWhatCanFitNothing(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamePatterns.validated(List.of("shop", pattern)))
                .withMessageStartingWith("The pattern '" + pattern.strip() + "' ");
    }

    // An earlier version may have stored it.
    @Test
    void shouldDoWithoutWhatCanFitNothing() {
        assertThat(NamePatterns.of(List.of("shop?", "web")).matches("web")).isTrue();
    }
}
