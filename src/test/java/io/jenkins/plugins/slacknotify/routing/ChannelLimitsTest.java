package io.jenkins.plugins.slacknotify.routing;

import static org.assertj.core.api.Assertions.assertThat;

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
        Destination destination = new Destination(null, channel);

        assertThat(LIMITS.allows(job, destination, name)).isEqualTo(allowed);
        assertThat(LIMITS.findRefusal(job, destination, name).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void shouldSayWhatTheJobMayDoAndWhoCanAllowMore() {
        assertThat(LIMITS.findRefusal("shop/main", new Destination(null, "#infra"), null))
                .hasValue(
                        "The job shop/main may not write to #infra. It may write to: #shop-*, C024BE91L, ops."
                                + " An administrator can allow more in Manage Jenkins » Slack » Rules, under Channels of jobs.");
        assertThat(LIMITS.findRefusal("quiet/job", new Destination(null, "#infra"), null))
                .hasValueSatisfying(text -> assertThat(text).contains("It may write to no channel by itself."));
    }

    private static ChannelLimits.Limit limit(List<String> jobs, String... channels) {
        return new ChannelLimits.Limit(NamePatterns.of(jobs), List.of(channels));
    }
}
