package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.subscription.AuthorRights;
import io.jenkins.plugins.slacknotify.subscription.DefaultSubscriptionPolicy;
import io.jenkins.plugins.slacknotify.subscription.FakeSubscriptionGuard;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Mutes;
import io.jenkins.plugins.slacknotify.subscription.RestingReason;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import io.jenkins.plugins.slacknotify.subscription.Subscriptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds that channels and people have subscribed to or silenced in Slack. */
class SubscribedBuildsTest {
    private static final SubscriptionAuthor ADA = new SubscriptionAuthor("ada", "T0123456", "U0123456");
    private static final SubscriptionAuthor BOB = new SubscriptionAuthor("bob", "T0123456", "U7654321");
    private static final SubscriptionTarget TEAM = new SubscriptionTarget(null, "C0TEAM000", "team");

    @TempDir
    Path folder;

    private final EngineBench bench = new EngineBench();
    private final FakeSubscriptionGuard guard = new FakeSubscriptionGuard();
    private Executor writers = Runnable::run;
    private Subscriptions subscriptions;
    private Mutes mutes;

    @BeforeEach
    void begin() throws IOException {
        bench.subscriptions = List.of();
        bench.people.withProven("ada").with("bob");
        subscriptions = Subscriptions.in(folder, bench.clock);
        mutes = Mutes.in(folder, bench.clock, Runnable::run);
        bench.ordered = new DefaultSubscriptionPolicy(subscriptions, mutes, guard, task -> writers.execute(task));
    }

    private static SubscriptionFilter jobs(String pattern, EventKind... kinds) {
        return new SubscriptionFilter(List.of(pattern), List.of(), Set.of(kinds), Severity.INFO, List.of("here"));
    }

    private static String job() {
        return aFailure().key().job();
    }

    private List<String> channels() {
        return bench.slack.messages().stream()
                .map(message -> message.content().channel())
                .toList();
    }

    @Test
    void shouldNotifyAChannelThatHasSubscribed() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));

        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(channels()).containsOnly("C0TEAM000");
        assertThat(bench.slack.texts().get(0)).startsWith("<!here> ");
    }

    @Test
    void shouldNotifyAChannelOnceThatARuleNotifiesByItsName() throws IOException {
        bench.subscriptions = List.of(EngineBench.hears("#Team", EventKind.FAILURE));
        subscriptions.add("one", ADA, TEAM, jobs(job()));

        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(channels()).containsOnly("#Team");
    }

    /** Nobody has told Jenkins that the channel of the subscription was renamed. */
    @Test
    void shouldNotifyAChannelWhoseFormerNameAnotherOneHas() throws IOException {
        bench.subscriptions = List.of(EngineBench.hears("#team", EventKind.FAILURE));
        bench.engine.buildCompleted(aFailure());
        bench.run();
        subscriptions.add("one", ADA, TEAM, jobs("**"));

        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.FAILURE, Trend.STILL_FAILING).build());
        bench.run();
        assertThat(channels()).contains("C0TEAM000");
    }

    @Test
    void shouldNotifyAChannelOnceWhoseNameIsKnownFromItsMessages() throws IOException {
        bench.subscriptions = List.of(EngineBench.hears("#renamed", EventKind.FAILURE));
        bench.engine.buildCompleted(aFailure());
        bench.run();
        String id = bench.slack.messages().get(0).location().channel();
        subscriptions.add("one", ADA, new SubscriptionTarget(null, id, null), jobs("**"));

        assertThat(bench.engine.buildCompleted(aBuild().number(13)
                        .that(Outcome.FAILURE, Trend.STILL_FAILING)
                        .build()))
                .hasSize(1);
    }

    @Test
    void shouldRestWhereItsAuthorMayNotReadTheJobWhenItIsSent() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        bench.engine.buildCompleted(aFailure());
        bench.people.forbid("ada");
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
        assertThat(guard.rested).containsExactly("one MAY_NOT_READ");
        assertThat(subscriptions.all()).extracting(Subscription::rest).containsExactly(RestingReason.MAY_NOT_READ);
        assertThat(bench.engine.deliveries().latest(1))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.note()).contains("subscription"));
    }

    /** With a realm that tells groups at a sign-in alone, somebody who has left would go on telling a channel for years. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldRestWhereNobodyKnowsAnyMoreWhatItsAuthorMay(boolean isForFolder) throws IOException {
        Subscription one = subscriptions.add("one", ADA, TEAM, jobs(isForFolder ? "**" : job()));
        bench.people.awaitSignIn("ada");
        bench.engine.buildCompleted(aFailure());
        bench.run();
        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.UNSTABLE, Trend.STILL_FAILING).build());
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
        assertThat(guard.rested).containsExactly("one SIGN_IN_TOO_OLD");

        DefaultSubscriptionPolicy book = (DefaultSubscriptionPolicy) bench.ordered;
        book.check(one, job -> rights(true));
        assertThat(subscriptions.all()).extracting(Subscription::rest).containsExactly(RestingReason.SIGN_IN_TOO_OLD);
        book.check(one, job -> rights(false));
        assertThat(subscriptions.all()).extracting(Subscription::rest).containsOnlyNulls();
    }

    private static AuthorRights rights(boolean mustSignIn) {
        return new AuthorRights() {
            @Override
            public boolean mayRead(String account) {
                return true;
            }

            @Override
            public boolean mustSignIn(String account) {
                return mustSignIn;
            }
        };
    }

    @Test
    void shouldLeaveOutAJobOfAFolderThatItsAuthorMayNotRead() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs("**"));
        bench.people.forbid("ada");
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
        assertThat(guard.rested).isEmpty();
    }

    @Test
    void shouldSayThatItRestsOnce() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        guard.unlinked.add("ada");
        bench.engine.buildCompleted(aFailure());
        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.UNSTABLE, Trend.STILL_FAILING).build());
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
        assertThat(guard.rested).containsExactly("one NOT_LINKED");
    }

    /** A disk may be slow. */
    @Test
    void shouldLetNoBuildWaitUntilItIsWrittenThatASubscriptionRests() throws IOException {
        List<Runnable> later = new ArrayList<>();
        writers = later::add;
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        guard.unlinked.add("ada");
        bench.engine.buildCompleted(aFailure());
        assertThat(subscriptions.find("one")).get().returns(null, Subscription::rest);

        later.forEach(Runnable::run);
        assertThat(guard.rested).containsExactly("one NOT_LINKED");
        bench.run();
        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void shouldGoOnWhereAnotherAuthorMayRead() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        subscriptions.add("two", BOB, TEAM, jobs("**", EventKind.FAILURE));
        bench.people.forbid("ada");
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(channels()).containsOnly("C0TEAM000");
        assertThat(guard.rested).containsExactly("one MAY_NOT_READ");
    }

    @Test
    void shouldWaitWhileTheSecurityRealmDoesNotAnswer() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        bench.people.answer(false);
        bench.engine.buildCompleted(aFailure());
        bench.run();
        assertThat(bench.slack.messages()).isEmpty();

        bench.people.answer(true);
        bench.advance(Duration.ofMinutes(10)).run();
        assertThat(channels()).containsOnly("C0TEAM000");
        assertThat(guard.rested).isEmpty();
    }

    /** A rule asks nobody who may read what, so its messages do not wait for the realm. */
    @Test
    void shouldKeepNothingElseOfTheChannelWaitingForTheSecurityRealm() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        bench.subscriptions = List.of(EngineBench.hears("C0TEAM000", EventKind.UNSTABLE));
        bench.people.answer(false);
        bench.engine.buildCompleted(aFailure());
        bench.run();
        bench.engine.buildCompleted(
                aBuild().of("others").that(Outcome.UNSTABLE, Trend.REGRESSED).build());
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("is unstable");
    }

    @Test
    void shouldBeInForceAgainWhenItIsAskedAgain() throws IOException {
        Subscription one = subscriptions.add("one", ADA, TEAM, jobs(job()));
        subscriptions.rest("one", RestingReason.MAY_NOT_READ);
        bench.engine.buildCompleted(aFailure());
        bench.run();
        assertThat(bench.slack.messages()).isEmpty();

        ((DefaultSubscriptionPolicy) bench.ordered).check(one, job -> account -> account.equals("ada"));
        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.FAILURE, Trend.STILL_FAILING).build());
        bench.run();
        assertThat(channels()).containsOnly("C0TEAM000");
    }

    @Test
    void shouldSendNothingOfWhatTheAdministratorsForbid() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        guard.permits = false;
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void shouldNotSendWhatWasEndedMeanwhile() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));
        bench.engine.buildCompleted(aFailure());
        subscriptions.remove("one");
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
    }

    /** What a channel was told while the build ran, it is told the end of: by the same subscription. */
    @Test
    void shouldAskTheAuthorForTheEndOfWhatWasToldWhileItRan() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job(), EventKind.STARTED));
        bench.engine.milestoneReached(aBuild().during(Milestone.STARTED).build(), JobRules.NONE);
        bench.run();
        assertThat(channels()).containsExactly("C0TEAM000");

        bench.people.forbid("ada");
        bench.engine.buildCompleted(aFailure());
        bench.run();
        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(bench.slack.texts()).noneMatch(text -> text.contains("failed"));
    }

    @Test
    void shouldGoToThePersonInADirectMessage() throws IOException {
        subscriptions.add("one", ADA, new SubscriptionTarget(null, "D0ADA0000", null), jobs(job()));
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(channels()).containsOnly(FakePeople.slackId("ada"));
    }

    @Test
    void shouldNotNotifyAChannelThatHasMuted() throws IOException {
        bench.subscriptions =
                List.of(EngineBench.hears("#team", EventKind.FAILURE), EngineBench.hears("#others", EventKind.FAILURE));
        bench.engine.buildCompleted(aFailure());
        bench.run();
        mute(new SubscriptionTarget(null, FakeSlack.idOf("#team"), "team"));
        int before = bench.slack.messages().size();

        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.FAILURE, Trend.STILL_FAILING).build());
        bench.run();
        assertThat(bench.slack.messages().stream().skip(before))
                .extracting(message -> message.location().channel())
                .containsOnly(FakeSlack.idOf("#others"));
    }

    /** The muted one was deleted or renamed; in this one, nobody sees that mute. */
    @Test
    void shouldNotifyAnotherChannelOfTheNameThatAMutedOneHad() throws IOException {
        bench.subscriptions = List.of(EngineBench.hears("#team", EventKind.FAILURE));
        mute(TEAM);

        bench.engine.buildCompleted(aFailure());
        bench.run();
        assertThat(channels()).containsOnly("#team");
    }

    private void mute(SubscriptionTarget target) throws IOException {
        mutes.add(new Mute(
                "one",
                ADA,
                target,
                List.of(job()),
                bench.clock.instant().plusSeconds(3600),
                null,
                bench.clock.instant()));
    }

    @Test
    void shouldTellWhatEndsAMute() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job(), EventKind.FAILURE, EventKind.SUCCESS));
        mutes.add(new Mute("one", ADA, TEAM, List.of(job()), null, job(), bench.clock.instant()));
        bench.engine.buildCompleted(aFailure());
        bench.run();
        assertThat(bench.slack.messages()).isEmpty();

        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.SUCCESS, Trend.FIXED).build());
        bench.run();
        assertThat(channels()).containsOnly("C0TEAM000");
        assertThat(mutes.all()).isEmpty();
    }

    @Test
    void shouldFollowAChannelToAnotherId() throws IOException {
        subscriptions.add("one", ADA, TEAM, jobs(job()));

        bench.engine.slackChanges().channelRenamed(BotScope.ALL, "C0TEAM000", "crew");
        bench.engine.slackChanges().channelMoved(BotScope.ALL, "C0TEAM000", "C0CREW000");
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(channels()).containsOnly("C0CREW000");
        assertThat(subscriptions.all().get(0).target()).isEqualTo(new SubscriptionTarget(null, "C0CREW000", "crew"));
    }
}
