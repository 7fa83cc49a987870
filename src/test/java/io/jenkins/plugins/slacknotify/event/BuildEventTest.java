package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Change;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BuildEventTest {
    @Test
    void shouldKeepItsChangesWhateverBecomesOfTheListTheyCameIn() {
        Change[] changes = {new Change("1f", "Ada", "Try it")};
        BuildEvent event = BuildEvents.aBuild().with(changes).build();

        changes[0] = new Change("2e", "Bob", "Revert it");

        assertThat(event.changes()).extracting(Change::author).containsExactly("Ada");
    }

    @Test
    void shouldBeOfTheKindsOfItsOutcomeAndTrend() {
        assertThat(BuildEvents.aFailure().kinds()).containsExactlyInAnyOrder(EventKind.FAILURE, EventKind.REGRESSED);
    }

    @Test
    void shouldBeOfOneKindWhileItRuns() {
        assertThat(BuildEvents.aFailure().withMilestone(Milestone.RUNNING_LONG).kinds())
                .containsExactly(EventKind.RUNNING_LONG);
    }

    @Test
    void shouldRunWhenSomethingHappensToItThen() {
        BuildEvent event = BuildEvents.aFailure().withMilestone(Milestone.STARTED);

        assertThat(event.running()).isTrue();
        assertThat(event.withoutParticipants().withoutLog().moment()).isEqualTo(Milestone.STARTED);
    }

    @Test
    void shouldTellABuildFromItsNamesakeInAJobThatWasCreatedAnew() {
        BuildKey old = new BuildKey("shop", 1, Instant.parse("2025-01-01T00:00:00Z"));
        BuildKey anew = new BuildKey("shop", 1, Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(old).isNotEqualTo(anew).hasToString("shop #1");
    }
}
