package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
        assertThat(event.withoutParticipants().withoutLog().milestone()).isEqualTo(Milestone.STARTED);
    }

    @Test
    void shouldTellABuildFromItsNamesakeInAJobThatWasCreatedAnew() {
        BuildKey old = new BuildKey("shop", 1, Instant.parse("2025-01-01T00:00:00Z"));
        BuildKey anew = new BuildKey("shop", 1, Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(old).isNotEqualTo(anew).hasToString("shop #1");
    }

    @Test
    void shouldDescribeACompletedBuildByDefault() {
        BuildEvent event = BuildEvent.builder(new BuildKey("shop/checkout", 7, BuildEvents.STARTED), Outcome.FAILURE)
                .duration(Duration.ofSeconds(5))
                .build();

        assertThat(event)
                .isEqualTo(new BuildEvent(
                        new BuildKey("shop/checkout", 7, BuildEvents.STARTED),
                        "shop/checkout",
                        "#7",
                        null,
                        Outcome.FAILURE,
                        Trend.SAME,
                        false,
                        BuildEvents.STARTED.plusSeconds(5),
                        Duration.ofSeconds(5),
                        null,
                        List.of(),
                        List.of(),
                        Findings.NONE,
                        null,
                        null));
    }

    @Test
    void shouldKeepEveryPartThatABuilderDoesNotSet() {
        BuildEvent event = BuildEvents.aBuild()
                .during(Milestone.STARTED)
                .with(new Change("1f", "Ada", "Try"))
                .by(new Participant(Person.ofAccount("ada"), Set.of(Involvement.REQUESTER)))
                .finding(Findings.builder().usualDuration(Duration.ofMinutes(3)).build())
                .build()
                .toBuilder()
                .movedTo("till/checkout")
                .build();

        assertThat(event).hasNoNullFieldsOrProperties();
        assertThat(event.toBuilder().build()).isEqualTo(event);
    }
}
