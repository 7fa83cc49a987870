package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.message.DigestRenderer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests headlines of a build that is running, and of a build that reruns another one. */
class MilestoneHeadlineRendererTest {
    private static final String NAME = "*<" + BuildEvents.URL + "|shop » checkout #12>*";
    private static final String INPUT = "<" + BuildEvents.URL + "input/|";
    private static final Duration MINUTES = Duration.ofMinutes(12);
    private static final Findings USUALLY_TEN_MINUTES =
            Findings.builder().usualDuration(Duration.ofMinutes(10)).build();

    @Test
    void shouldSayThatABuildStarted() {
        assertThat(headline(aBuild().during(Milestone.STARTED).build()))
                .isEqualTo(":arrow_forward: " + NAME + " started");
    }

    @Test
    void shouldSayHowLongABuildRunsAndHowLongUsually() {
        BuildEvents build = aBuild().during(Milestone.RUNNING_LONG).lasting(Duration.ofMinutes(24));

        assertThat(headline(build.build())).isEqualTo(":hourglass: " + NAME + " is still running after 24 min");
        assertThat(headline(build.finding(USUALLY_TEN_MINUTES).build()))
                .endsWith(" is still running after 24 min, usually 10 min");
    }

    @Test
    void shouldLinkWhatIsAskedToWhereItIsAnswered() {
        assertThat(headline(asking("Deploy <!channel>?", null)))
                .isEqualTo(":raised_hand: " + NAME + " waits for input: " + INPUT + "Deploy &lt;!channel&gt;?>");
    }

    @Test
    void shouldSayThatABuildWaitsWhoseQuestionIsNotKnown() {
        assertThat(headline(asking(null, null))).endsWith(" waits for input");
    }

    @Test
    void shouldSayWhoAnsweredAndAfterHowLong() {
        assertThat(said("Deploy?", Ending.ANSWERED, "Ada", MINUTES))
                .isEqualTo(" waited for input: Deploy? — answered by Ada after 12 min");
        assertThat(said("Deploy?", Ending.ANSWERED, null, null)).isEqualTo(" waited for input: Deploy? — answered");
        assertThat(said("Deploy?", Ending.REJECTED, "Ada", MINUTES))
                .isEqualTo(" waited for input: Deploy? — rejected by Ada after 12 min");
        assertThat(said(null, Ending.REJECTED, null, MINUTES)).isEqualTo(" waited for input — rejected after 12 min");
        assertThat(said("Deploy?", Ending.GIVEN_UP, null, MINUTES))
                .isEqualTo(" waited for input: Deploy? — not answered after 12 min");
    }

    @Test
    void shouldSayWhyItWasRejected() {
        InputAnswer rejected = new InputAnswer(Ending.REJECTED, "Ada", MINUTES);

        assertThat(headline(asking("Deploy?", rejected.withReason("<!here> too late"))))
                .endsWith(" waited for input: Deploy? — rejected by Ada after 12 min: &lt;!here&gt; too late");
        assertThat(headline(asking("Deploy?", rejected.withReason(" ")))).endsWith(" after 12 min");
        assertThat(headline(asking("Deploy?", rejected.withReason("x".repeat(300)))))
                .contains(": x")
                .hasSizeLessThan(500);
    }

    @Test
    void shouldLinkToWhereItIsAnsweredOnlyWhileItWaits() {
        assertThat(footer(asking("Deploy?", null))).contains(INPUT + "Answer>");
        assertThat(footer(asking("Deploy?", new InputAnswer(Ending.ANSWERED, null, null))))
                .doesNotContain("/input/");
    }

    @Test
    void shouldSayOfAStartHowLongItUsuallyTakesAndNotHowLongItTook() {
        BuildEvents build = aBuild().during(Milestone.STARTED).lasting(Duration.ZERO);

        assertThat(footer(build.build())).startsWith("Info · Started by user Ada");
        assertThat(footer(build.finding(USUALLY_TEN_MINUTES).build())).startsWith("Info · usually takes 10 min · ");
    }

    @Test
    void shouldNotSayTwiceHowLongItRuns() {
        BuildEvent event = aBuild().during(Milestone.RUNNING_LONG)
                .lasting(Duration.ofMinutes(24))
                .finding(USUALLY_TEN_MINUTES)
                .build();

        assertThat(footer(event)).doesNotContain("min");
    }

    @Test
    void shouldCountThemInDigests() {
        DigestRenderer.Item started = item(aBuild().during(Milestone.STARTED).build());
        DigestRenderer.Item asks = item(asking("Deploy?", null));
        DigestRenderer.Item runs = item(aBuild().during(Milestone.RUNNING_LONG).build());

        String text = new DigestRenderer()
                .render(List.of(started, started, asks, runs), false, 0)
                .text();

        assertThat(text).contains("4 builds", "2 started", "1 waiting for input", "1 running long");
    }

    @Test
    void shouldNameTheBuildThatIsRunAgain() {
        BuildKey original = new BuildKey("shop/checkout", 1200, BuildEvents.STARTED);
        BuildEvent event = aBuild().that(Outcome.SUCCESS, Trend.FIXED)
                .finding(Findings.builder().rerunOf(original).build())
                .build();

        assertThat(headline(event)).isEqualTo(":white_check_mark: " + NAME + " (re-run of #1200) is fixed");
    }

    private static DigestRenderer.Item item(BuildEvent event) {
        return new DigestRenderer.Item(event, Severity.INFO);
    }

    private static BuildEvent asking(@CheckForNull String text, @CheckForNull InputAnswer answer) {
        return aBuild().during(Milestone.waitingFor(new InputQuestion("3", text, answer)))
                .build();
    }

    private static String said(
            @CheckForNull String text, Ending ending, @CheckForNull String by, @CheckForNull Duration after) {
        String headline = headline(asking(text, new InputAnswer(ending, by, after)));
        return headline.substring(headline.indexOf(NAME) + NAME.length());
    }

    private static String headline(BuildEvent event) {
        return HeadlineRenderer.render(event, Severity.INFO);
    }

    private static String footer(BuildEvent event) {
        return FooterRenderer.render(event, Severity.INFO, false);
    }
}
