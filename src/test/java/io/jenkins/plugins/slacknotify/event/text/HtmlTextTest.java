package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a href="https://forge.example.org/o/r/pull-request/367">#367 Consolidate docs</a> | #367 Consolidate docs
            GitHub pull request <A HREF='https://x/4' target=_blank>#4</A>: Fix &lt;T&gt; &amp; &quot;more&quot; | GitHub pull request #4: Fix <T> & "more"
            Started by <b>Ada</b><br>and Bob<BR/>and Cyd | Started by Ada and Bob and Cyd
            <p>One</p><p>Two</p> | One Two
            <a href="https://x/1">Return List<String> &#39;now&#x27; &amp;lt;</a> | Return List<String> 'now' &lt;
            """)
    void shouldReadTheTextOfHtml(String html, String text) {
        assertThat(HtmlText.plainIfHtml(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Started by upstream project \"shop\" build number 3",
                "Return List<String>,  not <b>",
                "1 < 2 and 3 > 2 &amp; more",
                "Ada <ada@example.org>",
                "<a> is no link; <code",
                "&#1114112; &#999999999;",
                ""
            })
    void shouldLeaveATextThatIsNoHtml(String text) {
        assertThat(HtmlText.plainIfHtml(text)).isEqualTo(text);
    }

    @Test
    void shouldLeaveANumberThatIsNoCharacter() {
        assertThat(HtmlText.plain("&#1114112; &#x110000; &#65; &#x1f600;"))
                .isEqualTo("&#1114112; &#x110000; A \ud83d\ude00");
    }

    @Test
    void shouldTellLinksWithoutReadingForEver() {
        String text = "<a " + "href=".repeat(400_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(HtmlText.hasLink(text)).isFalse());
    }

    @Test
    void shouldTellLinks() {
        assertThat(HtmlText.hasLink("see <a title=\"x\" href=\"https://x\">x</a>"))
                .isTrue();
        assertThat(HtmlText.hasLink("<b>href=</b> <abbr href=x> <a>")).isFalse();
    }
}
