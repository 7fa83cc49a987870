package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Previews of the messages that the end of a build would lead to. */
class PreviewTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldWriteWhatIsSentThen() {
        BuildEvent event = aFailure();
        JobRules rules = rules(Addressees.NOBODY);

        Preview preview = bench.engine.preview(event, rules, bench.settings());
        bench.engine.buildCompleted(event, rules);
        bench.run();

        assertThat(preview.messages())
                .extracting(message -> message.content().text())
                .isNotEmpty()
                .containsExactlyElementsOf(bench.slack.texts());
        assertThat(preview.messages()).extracting(Preview.Message::botName).contains("Ops");
    }

    @Test
    void shouldTakeNothingOverAndAskSlackNothing() {
        bench.engine.preview(aFailure(), rules(new Addressees(Set.of(), List.of("ada"))), bench.settings());
        bench.run();

        assertThat(bench.engine.deliveries().waiting()).isZero();
        assertThat(bench.engine.deliveries().latest(10)).isEmpty();
        assertThat(bench.slack.messages()).isEmpty();
        assertThat(bench.askedTokens).isEmpty();
    }

    @Test
    void shouldTellWhatEachRuleMadeOfTheBuild() {
        Preview preview = bench.engine.preview(
                aBuild().that(Outcome.SUCCESS, Trend.SAME).build(), rules(Addressees.NOBODY), bench.settings());

        assertThat(preview.routing().decisions())
                .extracting(RuleDecision::effect)
                .hasAtLeastOneElementOfType(RuleDecision.NotMatched.class)
                .first()
                .isInstanceOf(RuleDecision.Fired.class);
    }

    @Test
    void shouldWriteAnOldBuildAsItWasWhenItWasNew() {
        BuildEvent old = aFailure();
        bench.advance(Duration.ofDays(30));

        List<RenderedMessage> messages =
                bench.engine.preview(old, rules(Addressees.NOBODY), bench.settings()).messages().stream()
                        .map(Preview.Message::content)
                        .toList();

        assertThat(messages)
                .isNotEmpty()
                .noneMatch(message -> message.toString().contains("<!date^"));
    }

    private static JobRules rules(Addressees people) {
        DestinationProfile ops = new DestinationProfile(
                "ops",
                new Destination(null, "ops"),
                MessageOptions.builder().botName("Ops").build(),
                Severity.INFO);
        Rule rule = Rule.builder("ops", Condition.ALWAYS)
                .targets(List.of(ops))
                .people(people)
                .build();
        return new JobRules(List.of(new RuleSet(RuleScope.JOB, "shop/checkout", List.of(rule))), true);
    }
}
