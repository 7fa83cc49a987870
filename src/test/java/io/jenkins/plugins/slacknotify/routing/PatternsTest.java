package io.jenkins.plugins.slacknotify.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
    @ParameterizedTest
    @CsvSource({
        "shop/checkout, shop/checkout, true",
        "shop/*,        shop/checkout, true",
        "shop/*,        shop/web/main, false",
        "shop/**,       shop/web/main, true",
        "*,             shop/checkout, false",
        "SHOP/*,        shop/Checkout, true",
    })
    void shouldReadStars(String pattern, String name, boolean fits) {
        assertThat(Patterns.of(List.of(pattern)).fit(name)).isEqualTo(fits);
    }

    @Test
    void shouldFitWhatOneDoesAndNoneWithAnExclamationMark() {
        Patterns patterns = Patterns.of(List.of("shop/**", "web/**", "!**/experimental"));

        assertThat(patterns.fit("web/site")).isTrue();
        assertThat(patterns.fit("web/experimental")).isFalse();
        assertThat(patterns.fit("other")).isFalse();
    }

    @Test
    void shouldFitAllTheRestWhereOnlyExceptionsAreWritten() {
        assertThat(Patterns.of(List.of("!sandbox/**")).fit("shop/checkout")).isTrue();
        assertThat(Patterns.of(List.of("!sandbox/**")).fit("sandbox/try")).isFalse();
        assertThat(Patterns.ANY.fit("anything")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "!", "/shop", "shop/", "shop//web", "shop\\web", "shop?", "[a-z]*", "^main$", "!rel?"})
    void shouldSayWhatIsWrongWithWhatCanFitNothing(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.checked(List.of("shop", pattern)))
                .withMessageStartingWith("The pattern '" + pattern.strip() + "' ");
    }

    /** An earlier version may have stored it. */
    @Test
    void shouldDoWithoutWhatCanFitNothing() {
        assertThat(Patterns.of(List.of("shop?", "web")).fit("web")).isTrue();
    }
}
