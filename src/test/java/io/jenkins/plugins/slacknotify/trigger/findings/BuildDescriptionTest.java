package io.jenkins.plugins.slacknotify.trigger.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.Findings;
import org.junit.jupiter.api.Test;

class BuildDescriptionTest {
    @Test
    void shouldReadHtmlAsTextWhereJenkinsShowsIt() {
        assertThat(BuildDescription.plain("<b>Release</b> 1.2<br/>to &lt;staging&gt; &amp; on", true))
                .isEqualTo("Release 1.2 to <staging> & on");
        assertThat(BuildDescription.plain("1 < 2 and 3 > 2", true)).isEqualTo("1 < 2 and 3 > 2");
    }

    @Test
    void shouldLeaveATextAsItIsThatJenkinsShowsSo() {
        assertThat(BuildDescription.plain("<b>Release</b> &amp;", false)).isEqualTo("<b>Release</b> &amp;");
    }

    /** A plugin for pull requests writes it so, whatever formatter Jenkins has. */
    @Test
    void shouldReadALinkAsTextInAnyCase() {
        assertThat(BuildDescription.plain("<a title=\"Fix\" href=\"https://x/4\">PR #4</a>: Fix &amp; test", false))
                .isEqualTo("PR #4: Fix & test");
    }

    @Test
    void shouldMakeOneLineOfIt() {
        assertThat(BuildDescription.plain("  one\n\n two\t", false)).isEqualTo("one two");
        assertThat(BuildDescription.plain(" \n ", false)).isNull();
        assertThat(BuildDescription.plain("<br>", true)).isNull();
        assertThat(BuildDescription.plain("x".repeat(5_000), false)).hasSize(Findings.DESCRIPTION_LIMIT);
    }
}
