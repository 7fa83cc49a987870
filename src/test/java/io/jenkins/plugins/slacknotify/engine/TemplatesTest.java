package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.report.BrokenTemplates;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.routing.Template;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Messages by templates, those with a template that cannot be used included. */
class TemplatesTest {
    private static final String DEFAULT = ":x: *<" + BuildEvents.URL + "|shop » checkout #12>* broke";

    private final EngineBench bench = new EngineBench();

    @Test
    void shouldSayWhatTheTemplateSaysAboveTheFooterAndTheColourOfTheBuild() {
        bench.subscriptions = List.of(rule("Oh no: *{job}*\n{cause}"));
        complete(aFailure());

        assertThat(bench.slack.texts()).containsExactly("Oh no: *shop » checkout*\nStarted by user Ada");
        assertThat(bench.slack.messages()).singleElement().satisfies(message -> {
            assertThat(message.content().blocks()).contains("Oh no: *shop » checkout*", "\"verbatim\":true");
            assertThat(message.content().attachments()).singleElement().satisfies(bar -> {
                assertThat(bar.getColor()).isEqualTo("#e01e5a");
                assertThat(bar.getBlocks()).hasSize(1);
            });
        });
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    /** A macro may take ten seconds, and a person saves the corrected template meanwhile. */
    @Test
    void shouldNotAlertOfATemplateThatWasCorrectedWhileItWasTried() {
        bench.macros = (macro, build) -> {
            bench.engine.retries().settingsChanged();
            throw new BrokenTemplateException("It takes too long.");
        };
        bench.subscriptions = List.of(rule("${SLOW}"));
        complete(aFailure());

        assertThat(bench.slack.texts()).containsExactly(DEFAULT);
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldTellTheWholeRowOfBadBuildsInItsWords() {
        bench.subscriptions = List.of(rule("{build} {outcome}\nmore"));
        complete(build(41, Outcome.FAILURE, Trend.REGRESSED));
        complete(build(42, Outcome.FAILURE, Trend.STILL_FAILING));
        complete(build(43, Outcome.SUCCESS, Trend.FIXED));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.texts()).hasSize(3).satisfies(texts -> {
            assertThat(texts.get(0)).startsWith(":white_check_mark:").endsWith("\n#41 broken\nmore");
            assertThat(texts.get(1)).isEqualTo("#42 still failing\nmore");
            assertThat(texts.get(2)).isEqualTo("#43 fixed\nmore");
        });
    }

    @Test
    void shouldPutValuesOfMacrosIn() {
        bench.macros = (macro, build) -> macro + " of " + build + " <!here>";
        bench.subscriptions = List.of(rule("${GIT_BRANCH}"));
        complete(aFailure());

        assertThat(bench.slack.texts()).containsExactly("${GIT_BRANCH} of shop/checkout #12 &lt;!here&gt;");
    }

    @Test
    void shouldSendItsOwnWordsAndAlertWhereATemplateCannotBeUsed() {
        bench.subscriptions = List.of(rule("*{job}* ${NOT_THERE}"));
        complete(aFailure());

        String alert = "The template 'ours' cannot be used, so the message's own words are sent. For ${NOT_THERE},"
                + " install the Token Macro plugin.";
        assertThat(bench.slack.texts()).containsExactly(DEFAULT);
        assertThat(bench.slack.messages().get(0).content().blocks())
                .contains("broke")
                .doesNotContain("NOT_THERE");
        assertThat(bench.engine.deliveries().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.description()).isEqualTo(alert);
            assertThat(problem.fixLocation()).isEqualTo(Problem.FixLocation.SYSTEM_SETTINGS);
            assertThat(problem.waiting()).isZero();
        });
        assertThat(bench.heard)
                .filteredOn(delivery -> delivery.state() == Delivery.State.SENT)
                .singleElement()
                .extracting(Delivery::note)
                .isEqualTo(alert);
    }

    @Test
    void shouldAlertOnceForATemplateThatManyMessagesUse() {
        bench.subscriptions = List.of(rule("{nonsense}"));
        complete(aBuild().of("a").that(Outcome.FAILURE, Trend.REGRESSED).build());
        bench.advance(Duration.ofMinutes(1));
        complete(aBuild().of("b").that(Outcome.FAILURE, Trend.REGRESSED).build());

        assertThat(bench.engine.deliveries().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.description()).contains("There is no placeholder {nonsense}");
            assertThat(problem.since()).isEqualTo(bench.clock.instant().minus(Duration.ofMinutes(1)));
        });
    }

    @Test
    void shouldWithdrawTheAlertWhenTheTemplateWorksAgain() {
        breakATemplate();
        bench.macros = (macro, build) -> "fine";
        complete(aBuild().number(13).that(Outcome.FAILURE, Trend.FIRST).build());

        assertThat(bench.slack.texts()).endsWith("fine");
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldWithdrawTheAlertWhenTheConfigurationIsSaved() {
        breakATemplate();
        bench.engine.retries().settingsChanged();

        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldForgetATemplateThatWasNotUsedForADay() {
        breakATemplate();
        bench.advance(Duration.ofHours(24).plusSeconds(1));

        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    private void breakATemplate() {
        bench.subscriptions = List.of(rule("${X}"));
        bench.macros = (macro, build) -> {
            throw new BrokenTemplateException("X is out of order.");
        };
        complete(aFailure());
        assertThat(bench.engine.deliveries().problems())
                .extracting(Problem::description)
                .singleElement()
                .asString()
                .endsWith("X is out of order.");
    }

    @Test
    void shouldNameTheFolderWhoseRuleNamesTheTemplate() {
        JobRules own = new JobRules(
                List.of(new RuleSet(RuleScope.FOLDER, "shop", List.of(rule("A template of a folder: {x}")))), true);
        bench.engine.buildCompleted(aFailure(), own);
        bench.run();

        assertThat(bench.engine.deliveries().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.description())
                    .startsWith(
                            "The template 'ours', which a rule of shop names, cannot be used, so the message's own");
            assertThat(problem.fixLocation()).isEqualTo(Problem.FixLocation.ELSEWHERE);
        });
    }

    /** Messages of earlier versions do not know more. */
    @Test
    void shouldQuoteATemplateOfWhichNothingElseIsKnown() {
        BrokenTemplates broken = new BrokenTemplates(bench.clock);

        broken.markBroken("Of times gone by: {x}", null, "Why?", broken.clears());

        assertThat(broken.note("Of times gone by: {x}"))
                .contains(
                        "The template that begins with 'Of times gone by: {x}' cannot be used, so the message's own words"
                                + " are sent. Why?");
    }

    private void complete(BuildEvent event) {
        bench.engine.buildCompleted(event);
        bench.run();
    }

    static Rule rule(String text) {
        return Rule.builder("ours", Condition.ALWAYS)
                .targets(List.of(DestinationProfile.of(new Destination(null, "#builds"))))
                .template(new Template("ours", List.of(new Template.Variant(Set.of(), text))))
                .build();
    }

    private static BuildEvent build(int number, Outcome outcome, Trend trend) {
        FailureStreak series = new FailureStreak(
                41, BuildEvents.STARTED, BuildEvents.STARTED.plusSeconds(125), Math.max(1, number - 40), false);
        return aBuild().number(number)
                .that(outcome, trend)
                .finding(Findings.builder().failureStreak(series).build())
                .build();
    }
}
