package io.jenkins.plugins.slacknotify.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentRefusalTest {
    @Test
    void shouldHaveASentenceForEachCode() {
        var sentences = Arrays.stream(ConsentRefusal.values())
                .map(refusal -> ConsentRefusal.sentenceFor(refusal.name().toLowerCase(Locale.ROOT)))
                .toList();

        assertThat(sentences)
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.startsWith("Nothing was installed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NULL", textBlock = """
        server_error           | server_error.
        <b>x</b> & more        | bxbmore.
        NULL                   | nothing.
        ''                     | nothing.
        """)
    void shouldQuoteWhatItDoesNotKnowWithoutMarkup(String error, String end) {
        assertThat(ConsentRefusal.sentenceFor(error)).isEqualTo("Nothing was installed. Slack says: " + end);
    }

    @Test
    void shouldQuoteNoMoreThanALine() {
        assertThat(ConsentRefusal.sentenceFor("x".repeat(5_000))).hasSizeLessThan(120);
    }
}
