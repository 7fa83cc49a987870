package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(BuildEvents.aFailure().with(Moment.RUNNING_LONG).kinds()).containsExactly(EventKind.RUNNING_LONG);
    }

    @Test
    void shouldRunWhenSomethingHappensToItThen() {
        BuildEvent event = BuildEvents.aFailure().with(Moment.STARTED);

        assertThat(event.running()).isTrue();
        assertThat(event.withoutParticipants().withoutLog().moment()).isEqualTo(Moment.STARTED);
    }

    @Test
    void shouldTellABuildFromItsNamesakeInAJobThatWasCreatedAnew() {
        EventKey old = new EventKey("shop", 1, Instant.parse("2025-01-01T00:00:00Z"));
        EventKey anew = new EventKey("shop", 1, Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(old).isNotEqualTo(anew).hasToString("shop #1");
    }
}
