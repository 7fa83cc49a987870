package io.jenkins.plugins.slacknotify.interaction.preview;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.interaction.preview.FakePages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.model.UnfurlTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePreviewsTest {
    private static final String ADDRESS = ROOT + "job/slow/1/";

    private final FakePages pages = new FakePages();
    private final FakePreviews previews = new FakePreviews();
    private final ManualClock clock = new ManualClock();
    private final LinkCards cards = new LinkCards(pages, Presses.SEAL);
    private final Set<String> links = new HashSet<>(Set.of("adaT1U0ADA0000"));
    private LivePreviews live;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        pages.with(aBuild().of("slow").number(1).running().build());
        live = started();
    }

    private LivePreviews started() {
        return new LivePreviews(
                cards,
                previews,
                (account, installation, member) -> links.contains(account + installation + member),
                folder,
                clock);
    }

    private static PreviewTarget message(String ts) {
        return new PreviewTarget(
                new InstallationKey("A1", "T1", null, false),
                UnfurlTarget.of("u" + ts, "conversations_history", "C1", ts).orElseThrow());
    }

    private void follow(String ts) {
        PreviewTarget target = message(ts);
        LinkCards.Cards shown = cards.of("ada", new LinkContext(target.installation(), "C1"), List.of(ADDRESS));
        live.follow(target, "U0ADA0000", "ada", List.of(ADDRESS), shown);
    }

    private void enter(String stage) {
        pages.stages.clear();
        pages.stages.add(stage);
    }

    @Test
    void shouldShowWhatHasChangedUntilTheBuildEnds() {
        follow("1");
        live.lookAfter();
        clock.advance(Duration.ofMinutes(5));
        live.lookAfter();
        assertThat(previews.calls).as("only time has gone by").isZero();

        enter("Deploy");
        live.lookAfter();
        live.lookAfter();
        assertThat(previews.calls).isOne();
        assertThat(previews.shown.get(ADDRESS)).contains("Now in *Deploy*");

        pages.with(aBuild().of("slow").number(1).build());
        live.lookAfter();
        live.lookAfter();
        assertThat(previews.calls).isEqualTo(2);
        assertThat(previews.shown.get(ADDRESS)).contains("succeeded");
        assertThat(live.size()).isZero();
    }

    @Test
    void shouldGoOnAfterARestart() {
        follow("1");
        live = started();
        enter("Deploy");
        live.lookAfter();
        assertThat(previews.calls).isOne();

        live = started();
        live.lookAfter();
        assertThat(previews.calls).as("it knows what is shown").isOne();
        pages.with(aBuild().of("slow").number(1).build());
        live.lookAfter();
        assertThat(started().size()).isZero();
    }

    @Test
    void shouldEndWhereTheAccountMayNotReadTheBuildAnyMore() {
        follow("1");
        pages.hide("ada", "slow");
        live.lookAfter();

        assertThat(live.size()).isZero();
        assertThat(previews.calls).isZero();
    }

    /** Unlinked, or linked anew with another account: nothing more is done as the first one. */
    @Test
    void shouldEndWhereTheMemberIsNotLinkedWithTheAccountAnyMore() {
        follow("1");
        links.remove("adaT1U0ADA0000");
        links.add("eveT1U0ADA0000");
        enter("Deploy");
        live.lookAfter();

        assertThat(live.size()).isZero();
        assertThat(previews.calls).isZero();
    }

    @Test
    void shouldEndAfterADay() {
        follow("1");
        clock.advance(LivePreviews.MAX_AGE.plusSeconds(1));
        enter("Deploy");
        live.lookAfter();

        assertThat(live.size()).isZero();
        assertThat(previews.calls).isZero();
    }

    @Test
    void shouldChangeEachPreviewABoundedNumberOfTimes() {
        follow("1");
        for (int time = 0; time < 2 * LivePreviews.MAX_UPDATES; time++) {
            enter("Stage " + time);
            live.lookAfter();
        }

        assertThat(previews.calls).isEqualTo(LivePreviews.MAX_UPDATES);
        assertThat(live.size()).isZero();
    }

    @Test
    void shouldChangeAFewAtATimeAndAllInTheEnd() {
        for (int number = 0; number < 2 * LivePreviews.MAX_CHANGES; number++) {
            follow(String.valueOf(number));
        }
        enter("Deploy");

        live.lookAfter();
        assertThat(previews.calls).isEqualTo(LivePreviews.MAX_CHANGES);
        live.lookAfter();
        assertThat(previews.calls).as("first those that had no turn").isEqualTo(2 * LivePreviews.MAX_CHANGES);
        live.lookAfter();
        assertThat(previews.calls).isEqualTo(2 * LivePreviews.MAX_CHANGES);
    }

    @Test
    void shouldGiveUpWhereSlackTakesNone() {
        follow("1");
        previews.refuses = true;
        for (int time = 0; time < 10; time++) {
            enter("Stage " + time);
            live.lookAfter();
            clock.advance(LivePreviews.REST.multipliedBy(2));
        }
        assertThat(previews.calls).isEqualTo(LivePreviews.MAX_FAILURES);

        follow("2");
        pages.isBroken = true;
        for (int time = 0; time < LivePreviews.MAX_FAILURES; time++) {
            live.lookAfter();
            clock.advance(LivePreviews.REST.multipliedBy(2));
        }
        assertThat(live.size()).as("its build cannot be read").isZero();
    }

    /** A round is each five seconds, so three in a row are over before a Slack that was away for a moment is back. */
    @Test
    void shouldOutlastASlackThatIsAwayForAMoment() {
        follow("1");
        previews.refuses = true;
        pages.with(aBuild().of("slow").number(1).build());
        for (int second = 0; second < 90; second += 5) {
            live.lookAfter();
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(previews.calls).as("it rests meanwhile").isOne();

        previews.refuses = false;
        clock.advance(LivePreviews.REST);
        live.lookAfter();
        assertThat(previews.shown.get(ADDRESS)).contains("succeeded");
        assertThat(live.size()).isZero();
    }

    @Test
    void shouldLookAfterTheOthersWhereOneCannotBeRead() {
        follow("1");
        pages.with(aBuild().of("other").number(1).running().build());
        PreviewTarget target = message("2");
        List<String> addresses = List.of(ROOT + "job/other/1/");
        live.follow(
                target,
                "U0ADA0000",
                "ada",
                addresses,
                cards.of("ada", new LinkContext(target.installation(), "C1"), addresses));
        pages.lacksAClassFor = "slow";
        enter("Deploy");
        live.lookAfter();

        assertThat(previews.shown.get(addresses.get(0))).contains("Now in *Deploy*");
    }

    @Test
    void shouldLookAfterABoundedNumberOfMessagesEachOnce() {
        for (int number = 0; number < LivePreviews.MAX_MESSAGES + 5; number++) {
            follow(String.valueOf(number));
            follow(String.valueOf(number));
        }

        assertThat(live.size()).isEqualTo(LivePreviews.MAX_MESSAGES);
    }

    /** The names in the file are a format: an update must read what the version before wrote. */
    @Test
    void shouldPinTheFile() throws IOException {
        follow("1");

        assertThat(Files.readString(folder.resolve("live-previews.json")))
                .contains(
                        "\"messages\":[{\"appId\":\"A1\",\"teamId\":\"T1\",\"orgWide\":false,\"unfurlId\":\"u1\","
                                + "\"source\":\"conversations_history\",\"channel\":\"C1\",\"ts\":\"1\",\"member\":\"U0ADA0000\",\"account\":\"ada\","
                                + "\"addresses\":[\"" + ADDRESS + "\"],\"since\":",
                        "\"updates\":0,\"failures\":0,\"signature\":\"");
    }

    /** Nobody knows whose link to ask for, so it goes on as before. */
    @Test
    void shouldGoOnWithAFileThatDoesNotNameTheMember() {
        new CacheFile<>(folder, "live-previews.json", "messages", StoredLivePreview.class, "what is written")
                .write(List.of(StoredLivePreview.of(
                        message("1"), null, "ada", List.of(ADDRESS), clock.instant(), "what was shown")));
        live = started();
        links.clear();
        enter("Deploy");
        live.lookAfter();

        assertThat(previews.calls).isOne();
    }
}
