package io.jenkins.plugins.slacknotify.trigger.event;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunEventsTest {
    private static final Interruption RESTART = new Interruption(Interruption.Kind.RESTART, null);

    private static BuildEvent event(Outcome outcome, @CheckForNull Interruption interruption) {
        return BuildEvent.builder(new BuildKey("shop", 7, Instant.EPOCH), outcome)
                .jobName("shop")
                .buildName("#7")
                .findings(Findings.builder().interruption(interruption).build())
                .build();
    }

    @Test
    void shouldTakeAStopOfJenkinsForTheCauseWhereABuildWasAbortedWithoutOne() {
        BuildEvent aborted = event(Outcome.ABORTED, null);

        assertThat(RunEvents.endedWithJenkins(aborted)).isEqualTo(event(Outcome.ABORTED, RESTART));
    }

    @ParameterizedTest
    @EnumSource(Interruption.Kind.class)
    void shouldKeepAKnownCause(Interruption.Kind kind) {
        BuildEvent stopped = event(Outcome.ABORTED, new Interruption(kind, null));

        assertThat(RunEvents.endedWithJenkins(stopped)).isEqualTo(stopped);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = "ABORTED", mode = EnumSource.Mode.EXCLUDE)
    void shouldBelieveAnyOtherEnd(Outcome outcome) {
        BuildEvent ended = event(outcome, null);

        assertThat(RunEvents.endedWithJenkins(ended)).isEqualTo(ended);
    }
}
