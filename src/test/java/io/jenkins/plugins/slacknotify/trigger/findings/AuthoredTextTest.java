package io.jenkins.plugins.slacknotify.trigger.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthoredTextTest {
    @Test
    void shouldReadHtmlAsTextWhereJenkinsShowsIt() {
        assertThat(AuthoredText.plain("<b>Release</b> 1.2<br/>to &lt;staging&gt; &amp; on", true))
                .isEqualTo("Release 1.2 to <staging> & on");
        assertThat(AuthoredText.plain("1 < 2 and 3 > 2", true)).isEqualTo("1 < 2 and 3 > 2");
    }

    @Test
    void shouldLeaveATextAsItIsThatJenkinsShowsSo() {
        assertThat(AuthoredText.plain("<b>Release</b> &amp;", false)).isEqualTo("<b>Release</b> &amp;");
    }

    /** A plugin for pull requests writes it so, whatever formatter Jenkins has. */
    @Test
    void shouldReadALinkAsTextInAnyCase() {
        assertThat(AuthoredText.plain("<a title=\"Fix\" href=\"https://x/4\">PR #4</a>: Fix &amp; test", false))
                .isEqualTo("PR #4: Fix & test");
    }

    @Test
    void shouldMakeOneLineOfIt() {
        assertThat(AuthoredText.plain("  one\n\n two\t", false)).isEqualTo("one two");
        assertThat(AuthoredText.plain(" \n ", false)).isNull();
        assertThat(AuthoredText.plain("<br>", true)).isNull();
    }
}
