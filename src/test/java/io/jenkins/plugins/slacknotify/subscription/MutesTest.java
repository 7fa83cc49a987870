package io.jenkins.plugins.slacknotify.subscription;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutes in memory and in their file, and how they end. */
class MutesTest {
    private static final SubscriptionAuthor ADA = new SubscriptionAuthor("ada", "T0123456", "U0123456");
    private static final SubscriptionTarget BUILDS = new SubscriptionTarget(null, "C0123456", "builds");

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Mutes mutes;

    @BeforeEach
    void read() throws IOException {
        mutes = Mutes.in(folder, () -> now, Runnable::run);
    }

    private Mute hour(String id, SubscriptionTarget target, String... jobs) {
        return new Mute(id, ADA, target, List.of(jobs), now.plus(Duration.ofHours(1)), null, now);
    }

    @Test
    void shouldSilenceAChannelForATime() throws IOException {
        mutes.add(hour("one", BUILDS, "shop/**"));
        read();

        assertThat(mutes.silencing(BUILDS, "shop/main")).isPresent();
        assertThat(mutes.silencing(BUILDS, "other")).isEmpty();
        assertThat(mutes.silencing(new SubscriptionTarget(null, "C7777777", null), "shop/main"))
                .isEmpty();

        now = now.plus(Duration.ofHours(1));
        assertThat(mutes.silencing(BUILDS, "shop/main")).isEmpty();
        assertThat(mutes.all()).isEmpty();
    }

    /** Somebody else mutes something meanwhile, and all are written. */
    @Test
    void shouldGoOnAfterAClockWasAheadForAMoment() throws IOException {
        mutes.add(hour("one", BUILDS, "shop/**"));
        Instant before = now;
        now = now.plus(Duration.ofDays(3));
        mutes.add(hour("two", null, "other"));
        assertThat(mutes.all()).extracting(Mute::id).containsExactly("two");
        now = before;
        read();

        assertThat(mutes.silencing(BUILDS, "shop/main")).isPresent();
    }

    @Test
    void shouldForgetWhatHasEndedLongAgo() throws IOException {
        mutes.add(hour("one", BUILDS, "shop/**"));
        Instant before = now;
        now = now.plus(Duration.ofDays(8));
        mutes.add(hour("two", null, "other"));
        now = before;
        read();

        assertThat(mutes.all()).extracting(Mute::id).containsExactly("two");
    }

    @Test
    void shouldLeaveRoomForOthersWhereOnePersonOrChannelHasTooMany() throws IOException {
        List<Mute> ofAda = new ArrayList<>();
        for (int number = 0; number < Mutes.MAX_PER_ACCOUNT; number++) {
            ofAda.add(hour("m" + number, number < Mutes.MAX_PER_TARGET ? BUILDS : null, "job" + number));
        }
        RecordFile.of(folder.resolve("mutes.json"), "mutes", StoredMute.class, StoredMute::toMute, StoredMute::of)
                .write(ofAda);
        read();
        SubscriptionAuthor bob = new SubscriptionAuthor("bob", "T0123456", "U7654321");
        Instant soon = now.plusSeconds(60);

        assertThatThrownBy(() -> mutes.add(new Mute("more", bob, BUILDS, List.of("more"), soon, null, now)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("This channel has 100 mutes already.");
        assertThatThrownBy(() -> mutes.add(hour("more", null, "more")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("You have made 500 mutes");
        mutes.add(hour("again", null, "job400"));
        mutes.add(new Mute("bobs", bob, null, List.of("more"), soon, null, now));
        assertThat(mutes.all()).hasSize(Mutes.MAX_PER_ACCOUNT + 1);
    }

    @Test
    void shouldSilenceUntilAGoodBuild() throws IOException {
        mutes.add(new Mute("one", ADA, BUILDS, List.of("shop/**"), null, "shop/main", now));
        mutes.add(new Mute("two", ADA, null, List.of("shop/main"), null, "shop/main", now));
        read();

        mutes.fixed("shop/other");
        assertThat(mutes.all()).hasSize(2);
        mutes.fixed("Shop/main");
        assertThat(mutes.all()).isEmpty();
        read();
        assertThat(mutes.all()).isEmpty();
    }

    /** The branch may be merged and forgotten, or never be good again. */
    @Test
    void shouldEndInTheEndThoughNoGoodBuildComes() throws IOException {
        mutes.add(new Mute("one", ADA, BUILDS, List.of("shop/**"), null, "shop/feature", now));
        now = now.plus(Duration.ofDays(89));
        assertThat(mutes.all()).hasSize(1);

        now = now.plus(Duration.ofDays(2));
        assertThat(mutes.silencing(BUILDS, "shop/main")).isEmpty();
        assertThat(mutes.all()).isEmpty();
    }

    /** Of a branch that is deleted no good build comes, and the mute may be that of the whole project. */
    @Test
    void shouldEndWithTheJobThatWasToBeGood() throws IOException {
        mutes.add(new Mute("all", ADA, BUILDS, List.of("shop/**"), null, "shop/feature", now));
        mutes.add(new Mute("one", ADA, null, List.of("shop/main"), null, "shop/main", now));
        mutes.add(hour("hour", BUILDS, "shop/feature"));

        mutes.jobDeleted("shop/feat");
        assertThat(mutes.all()).hasSize(3);
        mutes.jobDeleted("Shop/feature");
        assertThat(mutes.all()).extracting(Mute::id).containsExactly("one", "hour");
        mutes.jobDeleted("shop");
        read();
        assertThat(mutes.all()).extracting(Mute::id).containsExactly("hour");
    }

    /** It may promote a build of before, while the job is bad. */
    @Test
    void shouldNotEndWithAPromotion() throws IOException {
        DefaultSubscriptionPolicy policy = new DefaultSubscriptionPolicy(
                Subscriptions.in(folder, () -> now), mutes, new FakeSubscriptionGuard(), Runnable::run);
        mutes.add(new Mute("one", ADA, BUILDS, List.of("shop"), null, "shop", now));

        policy.completed(aBuild().of("shop/promotion/deploy")
                .that(Outcome.SUCCESS, Trend.SAME)
                .finding(Findings.builder()
                        .promotion(new Promotion("shop", "deploy"))
                        .build())
                .build());
        assertThat(mutes.all()).hasSize(1);

        policy.completed(aBuild().of("shop").that(Outcome.SUCCESS, Trend.SAME).build());
        assertThat(mutes.all()).isEmpty();
    }

    /** A security realm may give the id of a deleted account to somebody else. */
    @Test
    void shouldCountForTheMemberWhoHasMadeIt() throws IOException {
        FakeSubscriptionGuard guard = new FakeSubscriptionGuard();
        DefaultSubscriptionPolicy policy =
                new DefaultSubscriptionPolicy(Subscriptions.in(folder, () -> now), mutes, guard, Runnable::run);
        mutes.add(hour("mine", null, "shop/main"));
        mutes.add(hour("ours", BUILDS, "shop/main"));
        assertThat(policy.quietJobs("ada")).containsExactly("shop/main");

        guard.unlinked.add("ada");
        assertThat(policy.quietJobs("ada")).isEmpty();
        assertThat(policy.mutesOf("ada")).isEmpty();
        assertThat(policy.silencing("C0123456", "shop/main"))
                .as("that of a channel")
                .isPresent();
    }

    /** A build waits for it, and a disk may be slow. */
    @Test
    void shouldLeaveItToAnotherThreadToWriteWhatABuildEnds() throws IOException {
        List<Runnable> later = new ArrayList<>();
        mutes = Mutes.in(folder, () -> now, later::add);
        mutes.add(new Mute("one", ADA, BUILDS, List.of("shop/**"), null, "shop/main", now));
        byte[] before = Files.readAllBytes(folder.resolve("mutes.json"));

        mutes.fixed("shop/main");
        assertThat(mutes.all()).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("mutes.json"))).isEqualTo(before);

        mutes.add(hour("two", BUILDS, "docs"));
        assertThat(mutes.all()).as("it does not come back").extracting(Mute::id).containsExactly("two");
        later.forEach(Runnable::run);
        read();
        assertThat(mutes.all()).extracting(Mute::id).containsExactly("two");
    }

    @Test
    void shouldTellPersonalOnesFromThoseOfChannels() throws IOException {
        mutes.add(hour("mine", null, "shop/main"));
        mutes.add(hour("ours", BUILDS, "shop/main"));

        assertThat(mutes.of("ada")).extracting(Mute::id).containsExactly("mine");
        assertThat(mutes.of("bob")).isEmpty();
        assertThat(mutes.at(BUILDS)).extracting(Mute::id).containsExactly("ours");
    }

    @Test
    void shouldReplaceOneForTheSame() throws IOException {
        mutes.add(hour("one", null, "shop/main"));
        now = now.plus(Duration.ofMinutes(30));
        mutes.add(hour("two", null, "shop/main"));

        assertThat(mutes.all()).extracting(Mute::id).containsExactly("two");
    }

    @Test
    void shouldEndOneByItsId() throws IOException {
        mutes.add(hour("one", BUILDS, "shop/main"));

        assertThat(mutes.remove("one")).isPresent();
        assertThat(mutes.remove("one")).isEmpty();
        read();
        assertThat(mutes.all()).isEmpty();
    }

    @Test
    void shouldFollowAChannel() throws IOException {
        mutes.add(hour("one", BUILDS, "shop/main"));
        mutes.channelMoved(any -> true, "C0123456", "C7777777");

        assertThat(mutes.silencing(new SubscriptionTarget(null, "C7777777", null), "shop/main"))
                .isPresent();
    }

    @Test
    void shouldFollowAWorkspaceThatIsRenamed() throws IOException {
        mutes.add(hour("one", new SubscriptionTarget("partner", "C0123456", "builds"), "shop/main"));
        mutes.add(hour("two", null, "shop/main"));

        mutes.workspaceRenamed("partner", "acme");
        read();

        assertThat(mutes.silencing(new SubscriptionTarget("acme", "C0123456", null), "shop/main"))
                .isPresent();
        assertThat(mutes.silencing(new SubscriptionTarget("partner", "C0123456", null), "shop/main"))
                .isEmpty();
        assertThat(mutes.of(ADA.account())).hasSize(1);
    }

    /** What is in homes by now: it has to be read by every later version. */
    @Test
    void shouldReadTheFileOfTheFirstVersion() throws IOException {
        Files.writeString(folder.resolve("mutes.json"), """
                {"version": 1, "mutes": [
                  {"id": "a1b2c3d4", "account": "ada", "installation": "T0123456", "member": "U0123456",
                   "channel": "C0123456", "channelName": "builds", "jobs": ["shop/main"],
                   "until": "2026-03-01T11:00:00Z", "untilFixed": "shop/main", "since": "2026-03-01T10:00:00Z"}]}
                """);
        read();

        assertThat(mutes.all())
                .containsExactly(new Mute(
                        "a1b2c3d4",
                        ADA,
                        BUILDS,
                        List.of("shop/main"),
                        now.plus(Duration.ofHours(1)),
                        "shop/main",
                        now));
    }

    @Test
    void shouldNeedAnEnd() {
        assertThatThrownBy(() -> new Mute("one", ADA, null, List.of("shop"), null, null, now))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldFollowAFolderThatIsRenamed() throws IOException {
        mutes.add(new Mute("one", ADA, null, List.of("shop/**"), null, "shop/main", now));

        mutes.jobMoved("shop", "store");

        assertThat(mutes.all().get(0).jobs()).containsExactly("store/**");
        mutes.fixed("store/main");
        assertThat(mutes.all()).isEmpty();
    }
}
