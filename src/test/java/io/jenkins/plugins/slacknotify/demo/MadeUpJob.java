package io.jenkins.plugins.slacknotify.demo;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.FakeHistory;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.time.Duration;
import java.time.Instant;

/** A job whose builds end as they are told to, and that remembers the last one. */
final class MadeUpJob {
    private static final Duration DURATION = Duration.ofSeconds(83);

    private final String name;
    private int builds;
    private Outcome last;
    private FailureStreak badSeries;

    MadeUpJob(String name) {
        this.name = name;
    }

    /** Returns how many there were. */
    int builds() {
        return builds;
    }

    BuildEvent build(Outcome outcome) {
        return build(outcome, Findings.NONE);
    }

    BuildEvent build(Outcome outcome, Findings findings) {
        builds++;
        var trend = Trend.of(outcome, new FakeHistory(last, false));
        last = outcome;
        var end = Instant.now();
        if (outcome.isBad()) {
            badSeries = badSeries == null
                    ? new FailureStreak(builds, end.minus(DURATION), end, 1, false)
                    : new FailureStreak(
                            badSeries.firstBuild(),
                            badSeries.startedAt(),
                            badSeries.since(),
                            badSeries.builds() + 1,
                            false);
        }
        var series = badSeries;
        badSeries = outcome.isBad() ? badSeries : null;
        return BuildEvent.builder(new BuildKey(name, builds, end.minus(DURATION)), outcome)
                .trend(trend)
                .duration(DURATION)
                .cause("Started by the demo")
                .findings(findings.toBuilder().failureStreak(series).build())
                .build();
    }
}
