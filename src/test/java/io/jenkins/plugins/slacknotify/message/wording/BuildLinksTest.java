package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildLinksTest {
    private static final String USUAL = "https://ci.example.org/job/shop/job/checkout/12/";
    private static final String CHOSEN = USUAL + "display/redirect";

    private static final Findings FINDINGS = Findings.builder()
            .tests(new TestResultSummary(3, 0, 0, 0, List.of(), List.of()))
            .pages(new BuildPages(CHOSEN, CHOSEN + "?page=tests", CHOSEN + "?page=changes"))
            .build();

    private static final BuildEvent BUILD =
            aBuild().with(new Change("1f", "Ada", "Try")).finding(FINDINGS).build();

    @Test
    void shouldLeadToTheChosenPages() {
        assertThat(HeadlineRenderer.render(BUILD, Severity.INFO)).contains("*<" + CHOSEN + "|");
        assertThat(HeadlineRenderer.renderBrief(BUILD, 500)).startsWith("<" + CHOSEN + "|");
        assertThat(FooterRenderer.renderOrigin(BUILD, false)).startsWith("<" + CHOSEN + "|");
        assertThat(FooterRenderer.render(BUILD, Severity.INFO, false))
                .contains("<" + CHOSEN + "?page=tests|Tests>", "<" + CHOSEN + "?page=changes|Changes>");
    }

    @Test
    void shouldLeadToTheUsualPageWhereThereIsNoChoice() {
        assertThat(FooterRenderer.render(BUILD, Severity.INFO, false)).contains("<" + USUAL + "console|Console>");
        assertThat(HeadlineRenderer.render(
                        aBuild().finding(Findings.builder()
                                        .pages(new BuildPages(null, null, null))
                                        .build())
                                .build(),
                        Severity.INFO))
                .contains("*<" + USUAL + "|");
    }

    /** Jenkins then returns an address that is of no use. */
    @Test
    void shouldNotLinkWhereJenkinsDoesNotKnowItsAddress() {
        assertThat(HeadlineRenderer.render(aBuild().at(null).finding(FINDINGS).build(), Severity.INFO))
                .doesNotContain("<");
    }
}
