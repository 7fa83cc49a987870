package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.planning.OutboxLimits;
import io.jenkins.plugins.slacknotify.engine.planning.OutboxRoom;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So much waits that there is no room for more. */
class FullOutboxTest {
    @TempDir
    Path home;

    private EngineBench bench = new EngineBench();

    private EngineBench limited(int most, long mostBytes, int mostOfLane) {
        bench.limits = new OutboxLimits(most, mostBytes, mostOfLane);
        bench.noToken = "There is no token";
        return bench.newProcess();
    }

    private static AnAnnouncement from(String job) {
        return named(job).saying("x").of(failure(job, 1));
    }

    private static BuildEvent failure(String job, int number) {
        return BuildEvent.builder(new BuildKey(job, number, Instant.EPOCH.plusSeconds(number)), Outcome.FAILURE)
                .trend(Trend.REGRESSED)
                .build();
    }

    private void assertRefused(AnAnnouncement announcement, String words) {
        int before = bench.engine.deliveries().waiting();

        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.engine.announce(announcement.build()))
                .withMessageContaining(words);

        assertThat(bench.engine.deliveries().waiting()).isEqualTo(before);
    }

    @Test
    void shouldRefuseWhatAuthorsWantBeforeTheNewsOfBuilds() throws Exception {
        limited(8, 1 << 20, 100);
        for (int job = 0; job < 6; job++) {
            bench.announce(from("job" + job));
        }

        assertRefused(from("another"), "6 messages of all jobs together");
        assertThat(bench.engine.buildCompleted(failure("job7", 1))).hasSize(1);
        assertThat(bench.engine.buildCompleted(failure("job8", 1))).hasSize(1);
        assertThat(bench.engine.buildCompleted(failure("job9", 1))).isEmpty();
        assertThat(bench.engine.deliveries().waiting()).isEqualTo(8);
    }

    /** A build waits for these questions, and a payload is large. */
    @Test
    void shouldReadNothingToKnowWhetherAnIdIsKnown() throws Exception {
        CountingStore store = new CountingStore();
        bench = new EngineBench(store);
        limited(0, 0, 0);
        assertThat(store.readBy(() -> {
                    assertThat(bench.engine.buildCompleted(failure("job", 1))).isEmpty();
                    assertThat(bench.engine.deliveries().hasAnnounced("unknown"))
                            .isFalse();
                }))
                .isZero();

        limited(10, 1 << 20, 10);
        bench.announce(from("known"));
        assertThat(store.readBy(() -> assertThat(bench.engine.deliveries().hasAnnounced("known"))
                        .isTrue()))
                .isZero();
    }

    @Test
    void shouldCountTheBytesOnDisk() throws Exception {
        JournalOutboxStore store = new JournalOutboxStore(home, bench.clock);
        bench = new EngineBench(store);
        limited(1_000, 100_000, 1_000);
        bench.announce(named("a").saying("x".repeat(3_000)).of(failure("a", 1)));
        for (int job = 0; job < 25; job++) {
            bench.engine.announce(named("b" + job)
                    .saying("x".repeat(3_000))
                    .of(failure("b" + job, 1))
                    .build());
            if (store.unfinishedBytes() >= 75_000) {
                break;
            }
        }
        assertRefused(from("another"), "Too much waits for Slack");
        bench.noToken = null;
        bench.advance(Duration.ofHours(1));

        assertThat(bench.engine.deliveries().waiting()).isZero();
        assertThat(bench.announce(from("another"))).isNotNull();
    }

    @Test
    void shouldRefuseWhatAuthorsWantInAChannelForWhichTooMuchWaits() throws Exception {
        limited(100, 1 << 20, 3);
        for (int job = 0; job < 3; job++) {
            bench.announce(from("job" + job));
        }

        assertRefused(from("another"), "3 messages wait for #builds already, and at most 3 can");
        assertThat(bench.announce(from("elsewhere").to("#other"))).isNotNull();
        assertThat(bench.engine.buildCompleted(failure("job", 1)))
                .as("the news of a build")
                .hasSize(1);
        assertThat(bench.engine.deliveries().problems())
                .extracting(Problem::description)
                .as("is the concern of those who write there")
                .noneMatch(it -> it.contains("Too much"));
    }

    @Test
    void shouldNeverRefuseWhatChangesAMessage() throws Exception {
        DeliveryHandle first = bench.announce(from("deploy"));
        bench.run();
        limited(4, 1 << 20, 1);
        for (int job = 0; job < 5; job++) {
            bench.engine.buildCompleted(failure("job" + job, 1));
        }
        assertRefused(from("another"), "Too much");

        bench.announce(
                named("update").saying("Deployed").of(failure("deploy", 1)).inPlaceOf(first));
        bench.noToken = null;
        bench.engine.retries().settingsChanged();
        bench.advance(Duration.ofMinutes(10));

        assertThat(bench.slack.texts()).contains("Deployed");
    }

    @Test
    void shouldTellHowABuildEndedWhoseMessageIsThere() throws Exception {
        bench.announce(named("begin").of(aBuild().running().build()));
        bench.run();
        limited(4, 1 << 20, 100);
        for (int job = 0; job < 5; job++) {
            bench.engine.buildCompleted(failure("job" + job, 1));
        }
        assertThat(bench.engine.deliveries().waiting()).isEqualTo(4);

        bench.engine.buildCompleted(aBuild().build());
        bench.noToken = null;
        bench.engine.retries().settingsChanged();
        bench.advance(Duration.ofMinutes(10));

        assertThat(bench.slack.texts()).first().asString().endsWith("succeeded");
    }

    @Test
    void shouldLetAdministratorsKnowOnce() throws Exception {
        try (LoggedRecords log = LoggedRecords.of(OutboxRoom.class)) {
            limited(4, 1 << 20, 100);
            for (int job = 0; job < 9; job++) {
                bench.engine.buildCompleted(failure("job" + job, 1));
            }

            assertThat(overflows())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem)
                            .returns(4, Problem::waiting)
                            .returns(bench.clock.instant(), Problem::since)
                            .extracting(Problem::description)
                            .asString()
                            .contains("5 new ones were refused and are lost", "At most 4 can wait"));
            assertThat(log.messages()).hasSize(1);
        }
        bench.noToken = null;
        bench.engine.retries().settingsChanged();
        bench.advance(Duration.ofHours(23));
        assertThat(overflows()).as("news were lost today").hasSize(1);

        bench.advance(Duration.ofHours(2));
        assertThat(overflows()).isEmpty();
    }

    private List<Problem> overflows() {
        return bench.engine.deliveries().problems().stream()
                .filter(problem -> problem.description().contains("Too much waits"))
                .toList();
    }

    @Test
    void shouldShowTheNewestOfVeryMany() throws Exception {
        limited(10_000, 1 << 30, 10_000);
        for (int job = 0; job < Deliveries.MAX_SHOWN + 5; job++) {
            bench.engine.buildCompleted(failure("job" + job, 1));
        }

        assertThat(bench.engine.deliveries().latest(0))
                .hasSize(Deliveries.MAX_SHOWN)
                .first()
                .returns("job" + (Deliveries.MAX_SHOWN + 4), DeliveryReport::job);
        assertThat(bench.engine.deliveries().waiting()).isEqualTo(Deliveries.MAX_SHOWN + 5);
    }
}
