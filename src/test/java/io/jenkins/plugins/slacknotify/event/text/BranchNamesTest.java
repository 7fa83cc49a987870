package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchNamesTest {
    @ParameterizedTest
    @CsvSource({
        "shop/feature%2Fcart,shop/feature/cart",
        "shop/feature%2fcart,shop/feature/cart",
        "shop/%23 7+8,shop/# 7+8",
        "shop/100%,shop/100%",
        "shop/main,shop/main"
    })
    void shouldWriteNamesAsPeopleDo(String name, String readable) {
        assertThat(BranchNames.readable(name)).isEqualTo(readable);
    }

    @Test
    void shouldCompareNamesHoweverTheyAreWritten() {
        assertThat(BranchNames.isSame("shop/feature%2Fcart", "Shop/feature/cart"))
                .isTrue();
        assertThat(BranchNames.isSame("shop/feature/cart", "shop/feature%2fcart"))
                .isTrue();
        assertThat(BranchNames.isSame("shop/feature", "shop/feature/cart")).isFalse();
    }
}
