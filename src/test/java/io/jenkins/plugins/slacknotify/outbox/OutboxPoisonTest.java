package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher;
import io.jenkins.plugins.slacknotify.outbox.lane.LaneHealth;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Poison: an entry that fails each time, whatever the courier says of it, holds up nobody but its own sequence. */
class OutboxPoisonTest {
    private final OutboxBench bench = new OutboxBench().start();

    static SendResult[] failures() {
        return new SendResult[] {
            new SendResult.Retry(null, "http_403", SendResult.Scope.MESSAGE),
            new SendResult.Uncertain("internal_error", SendResult.Scope.MESSAGE),
            new SendResult.Uncertain("An internal error", SendResult.Scope.UNKNOWN),
            new SendResult.Retry(null, "Connection reset", SendResult.Scope.LANE),
            new SendResult.Uncertain("No answer in time", SendResult.Scope.LANE)
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldNotKeepTheOthersOfItsLaneWaiting(SendResult failure) {
        bench.courier.always("poison", failure);
        bench.accept("poison", "a bad build", 4);
        for (int i = 0; i < 20; i++) {
            bench.accept("good" + i, "build " + i, 4);
        }
        bench.advance(Duration.ofMinutes(1));

        for (int i = 0; i < 20; i++) {
            assertThat(bench.state("good" + i)).isEqualTo(State.SENT);
        }
        assertThat(bench.find("poison").state().isFinished()).isFalse();
    }

    /** Such as what is asked how many messages a channel takes, and reads for that what is to be sent. */
    @Test
    void shouldNotKeepTheOthersWaitingWhereItBreaksWhatIsAskedBeforeTheCourier() {
        bench.pace = delivery -> {
            if (delivery.entry().id().equals("poison")) {
                throw new StackOverflowError("as a test provokes it");
            }
            return Duration.ZERO;
        };
        try (LoggedRecords log = LoggedRecords.of(Dispatcher.class)) {
            bench.accept("poison", "a bad build", 4);
            for (int i = 0; i < 20; i++) {
                bench.accept("good" + i, "build " + i, 0);
            }
            bench.advance(Duration.ofMinutes(1));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(bench.state("good" + i)).isEqualTo(State.SENT);
        }
        assertThat(bench.find("poison").state()).isEqualTo(State.WAITING);
    }

    /** Where a failure seems to be about the lane, nothing else says that it is not: so it may take as long as a rest. */
    @ParameterizedTest
    @MethodSource("failures")
    void shouldNotDelayWhatComesWhileItIsTriedAgain(SendResult failure) {
        bench.courier.always("poison", failure);
        bench.accept("poison", "a bad build", 4);
        bench.advance(Duration.ofMinutes(10));
        bench.accept("first", "another build", 0);
        bench.advance(Duration.ofMinutes(5));
        assertThat(bench.state("first")).isEqualTo(State.SENT);
        for (int i = 0; i < 60; i++) {
            bench.accept("good" + i, "build " + i, 0);
            bench.advance(Duration.ofSeconds(30));
            assertThat(bench.state("good" + i)).as("good%d", i).isEqualTo(State.SENT);
        }
        assertThat(bench.find("poison").attempts()).isBetween(10, 60);
    }

    @Test
    void shouldWaitForNothingWhereTheFailureIsAboutTheMessage() {
        bench.courier.always("poison", new SendResult.Retry(null, "http_403", SendResult.Scope.MESSAGE));
        bench.accept("poison", "a bad build", 4);
        bench.advance(Duration.ofMinutes(10));
        bench.accept("good", "another build", 0);
        bench.run();

        assertThat(bench.state("good")).isEqualTo(State.SENT);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldBeSentPlainAfterSomeFailuresWhileOthersArrive(SendResult failure) {
        for (int i = 0; i < 20; i++) {
            bench.courier.on("poison", failure);
        }
        bench.accept("poison", "a bad build", 4);
        bench.accept("good", "another build", 0);
        bench.advance(Duration.ofHours(3));

        List<String> manners = mannersOf("poison");
        assertThat(manners.indexOf("plain")).isBetween(LaneHealth.PLAIN_AFTER, LaneHealth.PLAIN_AFTER_ANY + 3);
        assertThat(manners.subList(manners.indexOf("plain"), manners.size())).containsOnly("plain");
        assertThat(mannersOf("good")).containsExactly("send");
        assertThat(bench.state("poison")).isEqualTo(State.SENT);
    }

    @Test
    void shouldNotBeSentPlainWhereItFailsForOtherReasonsEachTime() {
        for (int i = 0; i < 12; i++) {
            bench.courier.on("unlucky", new SendResult.Uncertain("No answer " + i, SendResult.Scope.MESSAGE));
        }
        bench.accept("unlucky", "a build", 4);
        bench.accept("good", "another build", 0);
        bench.advance(Duration.ofHours(2));

        assertThat(mannersOf("unlucky")).hasSize(13).containsOnly("send");
        assertThat(bench.state("unlucky")).isEqualTo(State.SENT);
    }

    @Test
    void shouldBeSentPlainInTheEndThoughItIsTheOnlyOne() {
        bench.courier.always("poison", new SendResult.Uncertain("internal_error", SendResult.Scope.MESSAGE));
        bench.accept("poison", "a bad build", 4);
        bench.advance(Duration.ofHours(4));

        assertThat(mannersOf("poison").subList(0, LaneHealth.PLAIN_AFTER_UNPROVEN))
                .containsOnly("send");
        assertThat(mannersOf("poison").get(LaneHealth.PLAIN_AFTER_UNPROVEN)).isEqualTo("plain");
    }

    /** An error of our own may be about anything, as long as nothing else arrives. */
    @Test
    void shouldNotBeSentPlainForErrorsOfOurOwnAlone() {
        for (int i = 0; i < 20; i++) {
            bench.courier.on("unlucky", delivery -> {
                throw new IllegalStateException("as a port of another plugin throws it");
            });
        }
        try (LoggedRecords log = LoggedRecords.of(DeliveryAttempts.class)) {
            bench.accept("unlucky", "a build", 4);
            bench.advance(Duration.ofHours(3));
        }

        assertThat(mannersOf("unlucky")).hasSize(21).containsOnly("send");
        assertThat(bench.state("unlucky")).isEqualTo(State.SENT);
    }

    @Test
    void shouldNotBeSentPlainWhileTheLineIsDown() {
        bench.courier.always("a", new SendResult.Retry(null, "Slack cannot be reached"));
        bench.courier.always("b", new SendResult.Retry(null, "Slack cannot be reached"));
        bench.accept("a", "a build", 4);
        bench.accept("b", "another build", 4);
        bench.advance(Duration.ofHours(12));

        assertThat(bench.courier.manners()).hasSizeBetween(100, 300).containsOnly("send");
    }

    /** What arrives first when an outage is over proves nothing against what has failed in it. */
    @ParameterizedTest
    @MethodSource("failures")
    void shouldBeSentWholeAfterAnOutage(SendResult failure) {
        for (int waiting : List.of(1, 2, 5)) {
            OutboxBench other = new OutboxBench().start();
            for (int i = 0; i < waiting; i++) {
                other.courier.always("e" + i, failure);
                other.accept("e" + i, "build " + i, 0);
            }
            other.advance(Duration.ofMinutes(80));
            other.courier.calmDown();
            other.advance(Duration.ofMinutes(20));

            assertThat(other.outbox.waiting()).isZero();
            assertThat(other.courier.manners()).as("%d waiting", waiting).containsOnly("send");
        }
    }

    /** In an outage that looks like poison, the channel is not asked once for each message that waits. */
    @Test
    void shouldTakeManyThatFailForATroubleOfTheLane() {
        SendResult failure = new SendResult.Uncertain("internal_error", SendResult.Scope.MESSAGE);
        for (int i = 0; i < 200; i++) {
            bench.courier.always("e" + i, failure);
            bench.accept("e" + i, "build " + i, 0);
        }
        bench.advance(Duration.ofMinutes(10));
        assertThat(bench.courier.ids()).hasSizeLessThan(100);

        bench.courier.calmDown();
        bench.advance(Duration.ofMinutes(5));
        assertThat(bench.outbox.waiting()).isZero();
    }

    private List<String> mannersOf(String id) {
        List<String> ids = bench.courier.ids();
        return IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).equals(id))
                .mapToObj(bench.courier.manners()::get)
                .toList();
    }

    @Test
    void shouldNotBeHeldUpByOneThatIsHeldAfterALostAnswer() {
        SendResult notInvited = new SendResult.Held("Type /invite @jenkins in #builds");
        bench.courier.on("doubtful", new SendResult.Uncertain("No answer in time"));
        bench.courier.always("doubtful", notInvited);
        bench.accept("doubtful", "a build", 0);
        for (int i = 0; i < 20; i++) {
            bench.accept("good" + i, "build " + i, 0);
        }
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.find("doubtful").state()).isEqualTo(State.UNCERTAIN);
        for (int i = 0; i < 20; i++) {
            assertThat(bench.state("good" + i)).isEqualTo(State.SENT);
        }
    }

    @Test
    void shouldKeepItsOwnSequenceInOrder() {
        bench.courier.always("poison", new SendResult.Uncertain("internal_error"));
        bench.accept("poison", "a bad build", 0);
        bench.accept("later", "a bad build", 0);
        bench.advance(Duration.ofHours(1));

        assertThat(bench.courier.ids()).doesNotContain("later");
    }
}
