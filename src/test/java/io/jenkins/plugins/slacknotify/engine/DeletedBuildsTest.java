package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.spi.BuildLocation;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.template.GoneBuildException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that wait while their build, or its job, is deleted or moved: what they say is true, and their links lead somewhere. */
class DeletedBuildsTest {
    private static final String ADDRESS = "https://ci.example.org/";

    private final EngineBench bench = new EngineBench();

    private String content(int number) {
        FakeSlack.Message message = bench.slack.messages().get(number);
        return message.text() + message.content().blocks() + message.content().attachments();
    }

    private void run() {
        bench.run().advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"false, This build was deleted since", "true, The job was deleted since"})
    void shouldTellWhatWasTrueWithoutLinksAndSaySo(boolean withJob, String note) {
        bench.builds = build -> new BuildLocation.Gone(withJob);
        bench.engine.buildCompleted(aFailure());
        run();

        assertThat(content(0)).contains("#12", "broke", note).doesNotContain(ADDRESS);
    }

    @Test
    void shouldSayOfAMessageOfAnAuthorThatItsBuildIsGone() throws Exception {
        bench.builds = build -> new BuildLocation.Gone(false);
        bench.announce(AnAnnouncement.named("said").saying("Deployed"));
        bench.announce(AnAnnouncement.named("marked").saying("**Done**").shownAs(new MessageFormat(true, null, null)));
        run();

        assertThat(content(0))
                .contains("Deployed", "This build was deleted since")
                .doesNotContain(ADDRESS);
        assertThat(content(1)).contains("Done", "This build was deleted since").doesNotContain(ADDRESS);
    }

    @Test
    void shouldLinkTheBuildWhereItIsNow() {
        bench.builds = build -> new BuildLocation.At(ADDRESS + "job/" + build.job() + "/" + build.build() + "/");
        bench.engine.buildCompleted(aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(Findings.builder()
                        .pages(new BuildPages(ADDRESS + "job/shop/job/checkout/12/display/redirect", null, null))
                        .build())
                .build());
        bench.engine.jobs().moved(new JobMove("shop/checkout", "till", STARTED.plusSeconds(600)));
        run();

        assertThat(content(0)).contains(ADDRESS + "job/till/12/").doesNotContain("checkout/12/", "deleted");
    }

    @Test
    void shouldChangeNoLinkWhereTheBuildIsOrMayBeWhereItWas() {
        bench.engine.buildCompleted(aFailure());
        bench.builds = build -> {
            throw new IllegalStateException("a broken job");
        };
        run();

        assertThat(content(0)).contains(ADDRESS + "job/shop/job/checkout/12/console");
    }

    @Test
    void shouldResolveTheMessageOfABuildThatIsGone() {
        FailureStreak streak = new FailureStreak(12, STARTED, STARTED.plusSeconds(125), 1, false);
        Findings findings = Findings.builder().failureStreak(streak).build();
        bench.engine.buildCompleted(aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(findings)
                .build());
        bench.run();
        bench.builds = build -> build.build() == 12 ? new BuildLocation.Gone(false) : new BuildLocation.Unknown();
        BuildEvent fixed = aBuild().number(13)
                .that(Outcome.SUCCESS, Trend.FIXED)
                .at(ADDRESS + "job/shop/job/checkout/13/")
                .finding(findings)
                .build();
        bench.engine.buildCompleted(fixed);
        run();

        assertThat(content(0))
                .contains(ADDRESS + "job/shop/job/checkout/13/", "is fixed", "#12", "broke")
                .doesNotContain(ADDRESS + "job/shop/job/checkout/12/", "deleted");
    }

    @Test
    void shouldSayNothingOfLinksThatThereNeverWere() {
        bench.builds = build -> new BuildLocation.Gone(false);
        bench.engine.buildCompleted(
                aBuild().that(Outcome.FAILURE, Trend.REGRESSED).at(null).build());
        run();

        assertThat(content(0)).doesNotContain("deleted");
    }

    @Test
    void shouldLinkNoBuildThatIsGoneInADigest() {
        bench.builds = build -> new BuildLocation.Gone(true);
        for (int number = 1; number <= 9; number++) {
            bench.engine.buildCompleted(aBuild().number(number)
                    .that(Outcome.FAILURE, Trend.REGRESSED)
                    .build());
        }
        run();

        assertThat(bench.slack.texts()).anyMatch(text -> text.contains(" builds*: "));
        for (int message = 0; message < bench.slack.messages().size(); message++) {
            assertThat(content(message)).doesNotContain(ADDRESS);
        }
    }

    @Test
    void shouldNotBlameATemplateForABuildThatIsGone() {
        bench.macros = (macro, build) -> {
            throw new GoneBuildException(macro + " has no value");
        };
        bench.subscriptions = List.of(TemplatesTest.rule("{job}: ${TARGET}"));
        bench.engine.buildCompleted(aFailure());
        run();

        assertThat(content(0)).contains("broke");
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }
}
