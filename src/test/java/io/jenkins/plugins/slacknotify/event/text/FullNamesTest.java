package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullNamesTest {
    @ParameterizedTest
    @CsvSource({"shop,''", "shop/main,shop", "shop/api/feature%2Fpay,shop/api", "/odd,''", "'',''"})
    void shouldNameTheFolderAround(String fullName, String parent) {
        assertThat(FullNames.parent(fullName)).isEqualTo(parent);
    }
}
