package io.jenkins.plugins.slacknotify.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelLimitsTest {
    private static final ChannelLimits LIMITS = new ChannelLimits(List.of(
            limit(List.of("shop/**", "!shop/free"), "#shop-*", "C024BE91L", "ops"),
            limit(List.of("quiet/**")),
            limit(List.of("**/nightly"), "#nightly", "https://acme.slack.com/archives/C0NIGHTLY1")));

    @ParameterizedTest(name = "{0} to {1} ({2}): {3}")
    @CsvSource(nullValues = "-", textBlock = """
        shop/main,           '#shop-builds',  -,   true
        shop/feature%2Fcart, '#Shop-Builds',  -,   true
        shop/main,           shop-builds,     -,   true
        shop/main,           '#infra',        -,   false
        shop/main,           C024BE91L,       -,   true
        shop/main,           C0SECRET01,      -,   false
        shop/main,           '#any',          ops, true
        shop/main,           '#shop-x',       dev, true
        shop/free,           '#infra',        -,   true
        shop/nightly,        '#nightly',      -,   false
        quiet/job,           '#builds',       -,   false
        other/nightly,       C0NIGHTLY1,      -,   true
        other/nightly,       '#builds',       -,   false
        other/job,           '#builds',       -,   true
        """)
    void shouldAllowWhatTheFirstLimitOfTheJobAllows(String job, String channel, String name, boolean allowed) {
        DestinationProfile target = target(RuleScope.SYSTEM, name, channel);

        assertThat(LIMITS.allows(job, target)).isEqualTo(allowed);
        assertThat(LIMITS.findRefusal(job, target).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"FOLDER, ops", "JOB, ops", "FOLDER, C024BE91L", "FOLDER, '#shop-x'", "JOB, '#shop-x'"})
    void shouldNotTakeTheNameThatAJobOrFolderHasGivenForWhatIsAllowed(RuleScope scope, String name) {
        DestinationProfile elsewhere = target(scope, name, "#executives");

        assertThat(LIMITS.allows("shop/main", elsewhere)).isFalse();
        assertThat(LIMITS.findRefusal("shop/main", elsewhere))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("The job shop/main may not write to #executives."));
        assertThat(LIMITS.allows("shop/main", target(scope, name, "#shop-builds")))
                .as("a channel that is allowed, whatever it is called")
                .isTrue();
    }

    @Test
    void shouldSayWhatTheJobMayDoAndWhoCanAllowMore() {
        assertThat(LIMITS.findRefusal("shop/main", target(RuleScope.JOB, null, "#infra")))
                .hasValue(
                        "The job shop/main may not write to #infra. It may write to: #shop-*, C024BE91L, ops."
                                + " An administrator can allow more in Manage Jenkins » Slack » Destinations, under Channels of jobs.");
        assertThat(LIMITS.findRefusal("quiet/job", target(RuleScope.JOB, null, "#infra")))
                .hasValueSatisfying(text -> assertThat(text).contains("It may write to no channel by itself."));
    }

    private static DestinationProfile target(RuleScope scope, String name, String channel) {
        DestinationProfile target =
                new DestinationProfile(name, new Destination(null, channel), MessageOptions.DEFAULT, Severity.INFO);
        return name == null ? target : target.namedIn(ChannelSource.ofDestination(scope, "shop", name));
    }

    private static ChannelLimits.Limit limit(List<String> jobs, String... channels) {
        return new ChannelLimits.Limit(NamePatterns.of(jobs), List.of(channels));
    }
}
