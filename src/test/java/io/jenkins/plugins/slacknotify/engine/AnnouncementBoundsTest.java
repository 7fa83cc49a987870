package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests what one job may hand over. */
class AnnouncementBoundsTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldRefuseMoreChannelsThanAnybodyReads() throws Exception {
        assertRefused(named("many").saying("x").to(names("c", 21)), "at most 20 channels, and this one has 21");

        assertThat(bench.engine.announce(
                        named("some").saying("x").to(names("c", 20)).build()))
                .hasSize(20);
    }

    @Test
    void shouldRefuseMorePeopleThanAnybodyNames() {
        assertRefused(
                named("many").saying("x").toPeople(new Addressees(Set.of(), List.of(names("p", 51)))),
                "at most 50 people by name, and this one has 51");
    }

    @Test
    void shouldRefuseMoreEmojiThanSlackShows() {
        assertRefused(named("many").saying("x").reacting(names("e", 21)), "at most 20 reactions");
    }

    @Test
    void shouldRefuseALongTextForMostChannels() {
        assertRefused(
                named("long").saying("word ".repeat(38_000)).to(names("c", 20)),
                "messages, and at most 500 can wait for one job");
    }

    @Test
    void shouldRefuseAJobThatHasTooMuchWaitingAlreadyAndNoOther() throws Exception {
        bench.noToken = "There is no token";
        for (int number = 0; number < 500; number++) {
            bench.engine.announce(named("a" + number).saying("x").build());
        }
        bench.run();

        assertRefused(named("more").saying("x"), "500 messages of this job wait for Slack already");
        assertThat(bench.engine.buildCompleted(aFailure()))
                .as("what the build itself says")
                .hasSize(1);
        assertThat(bench.announce(named("other").saying("x").of(otherJob()))).isNotNull();
        assertThat(bench.announce(named("a1").saying("x")))
                .as("what waits already, after a restart of Jenkins")
                .isNotNull();
    }

    @Test
    void shouldKnowWhatWaitsAfterARestart() throws Exception {
        bench.noToken = "There is no token";
        for (int number = 0; number < 500; number++) {
            bench.engine.announce(named("a" + number).saying("x").build());
        }
        bench.newProcess();

        assertRefused(named("more").saying("x"), "500 messages of this job wait for Slack already");
    }

    @Test
    void shouldHaveRoomAgainWhenItWasSent() throws Exception {
        for (int number = 0; number < 500; number++) {
            bench.engine.announce(named("a" + number).saying("x").build());
        }
        assertRefused(named("more").saying("x"), "500 messages of this job");

        bench.advance(Duration.ofHours(1));

        assertThat(bench.announce(named("more").saying("x"))).isNotNull();
        assertThat(bench.announce(named("a1").saying("x"))).as("said before").isNotNull();
    }

    private void assertRefused(AnAnnouncement announcement, String words) {
        int before = bench.engine.deliveries().latest(0).size();

        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.engine.announce(announcement.build()))
                .withMessageContaining(words);

        assertThat(bench.engine.deliveries().latest(0)).hasSize(before);
    }

    private static String[] names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toArray(String[]::new);
    }

    private static BuildEvent otherJob() {
        return BuildEvent.builder(new BuildKey("other", 1, Instant.EPOCH), Outcome.FAILURE)
                .build();
    }
}
