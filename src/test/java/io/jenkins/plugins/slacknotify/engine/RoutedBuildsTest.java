package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.outbox.ForwardingStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The options that rules give a message: its sender, its mention, and its workspace. */
class RoutedBuildsTest {
    private static final DestinationProfile OPS = new DestinationProfile(
            "ops",
            Destination.inWorkspace("acme", "#builds"),
            MessageOptions.builder().botName("Ops").botIcon(":rotating_light:").build(),
            Severity.INFO);

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void noSystemChannel() {
        bench.subscriptions = List.of();
    }

    @Test
    void shouldSendWithTheNameTheIconAndTheTokenOfTheDestination() {
        bench.engine.buildCompleted(aFailure(), rules(null, Rule.MentionSetting.NOBODY));
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().botName())
                .containsExactly("Ops");
        assertThat(bench.askedTokens).singleElement().asString().contains("[acme]");
    }

    @Test
    void shouldMentionWhoeverTheRuleSays() {
        bench.engine.buildCompleted(
                aFailure(), rules(Severity.CRITICAL, new Rule.MentionSetting("<!here>", Severity.CRITICAL)));
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().startsWith("<!here> :rotating_light: ");
    }

    @Test
    void shouldMentionEverybodyWhomItsBuildsWouldInADigest() {
        JobRules rules = rules(null, new Rule.MentionSetting("<!here>", Severity.INFO));
        thirtyFail(rules);

        assertThat(bench.slack.texts())
                .hasSizeLessThan(30)
                .allSatisfy(text -> assertThat(text).startsWith("<!here> ").doesNotContain("<!here> <!here>"));
    }

    /** Ten rules with twenty people each would be more than a block of Slack takes. */
    @Test
    void shouldMentionEachOnceInADigestAndNoMoreThanABlockTakes() {
        for (int number = 1; number <= 30; number++) {
            String twenty = IntStream.range(10 * number, 10 * number + 20)
                    .mapToObj(member -> "<@U%08d>".formatted(member))
                    .collect(Collectors.joining(" "));
            bench.engine.buildCompleted(
                    aBuild().number(number).that(Outcome.FAILURE, Trend.FIRST).build(),
                    rules(null, new Rule.MentionSetting(twenty, Severity.INFO)));
        }
        bench.run();

        assertThat(bench.slack.texts())
                .hasSizeLessThan(30)
                .allSatisfy(text -> assertThat(Pattern.compile("<@U\\d+>")
                                .matcher(text)
                                .results()
                                .map(MatchResult::group))
                        .doesNotHaveDuplicates()
                        .hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void shouldFindWhomItsBuildsMentionInADigestToo() {
        bench.people.with("ada");
        JobRules rules = rules(null, new Rule.MentionSetting(Mention.of(List.of("ada", "zoe")), Severity.INFO));
        thirtyFail(rules);

        assertThat(bench.slack.texts())
                .hasSizeLessThan(30)
                .allSatisfy(text -> assertThat(text)
                        .startsWith("<@" + FakePeople.slackId("ada") + "> :")
                        .doesNotContain("<?"));
        assertThat(bench.engine.deliveries().latest(100))
                .allSatisfy(delivery -> assertThat(delivery.note()).contains("'zoe' is not mentioned: "));
    }

    private void thirtyFail(JobRules rules) {
        for (int number = 1; number <= 30; number++) {
            bench.engine.buildCompleted(
                    aBuild().number(number).that(Outcome.FAILURE, Trend.FIRST).build(), rules);
        }
        bench.run();
    }

    @Test
    void shouldWriteAllThatABuildCausesAtOnce() {
        List<Integer> writes = new ArrayList<>();
        EngineBench counted = new EngineBench(new ForwardingStore() {
            @Override
            public List<Boolean> addAll(List<Delivery> deliveries) throws IOException {
                writes.add(deliveries.size());
                return super.addAll(deliveries);
            }
        });
        counted.subscriptions = Stream.of("#builds", "#shop", "#ops")
                .map(channel -> EngineBench.hears(channel, EventKind.REGRESSED, EventKind.FAILURE))
                .toList();
        counted.engine.buildCompleted(aFailure());
        counted.run();

        assertThat(writes).containsExactly(3);
        assertThat(counted.slack.texts()).hasSize(3);
    }

    @Test
    void shouldTellABuildOnceThoughItIsHandedOverAgain() {
        JobRules rules = rules(Severity.CRITICAL, Rule.MentionSetting.NOBODY);
        bench.engine.buildCompleted(
                aBuild().number(7).that(Outcome.FAILURE, Trend.REGRESSED).build(), rules);
        bench.run();
        bench.engine.buildCompleted(
                aBuild().number(7).that(Outcome.FAILURE, Trend.REGRESSED).build(), rules);
        bench.run();

        assertThat(bench.slack.messages()).as("one message for one build").hasSize(1);
    }

    private static JobRules rules(Severity severity, Rule.MentionSetting mention) {
        Rule rule = Rule.builder("ops", Condition.ALWAYS)
                .severity(severity)
                .targets(List.of(OPS))
                .mention(mention)
                .build();
        return new JobRules(List.of(new RuleSet(RuleScope.JOB, "shop/checkout", List.of(rule))), true);
    }
}
