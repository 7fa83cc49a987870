package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackChangesTest {
    private static final BotKey SYSTEM = new BotKey.OfSystem();
    private static final String GONE = "The app was uninstalled. (account_inactive)";
    private static final String ID = FakeSlack.idOf("#builds");

    private final EngineBench bench = new EngineBench();

    @Test
    void shouldAlertOfAStoppedBotThoughNothingWaits() {
        Instant now = bench.clock.instant();
        bench.engine.slackChanges().suspend(SYSTEM, GONE);

        assertThat(bench.engine.deliveries().problems())
                .containsExactly(new Problem(GONE, Problem.FixLocation.SYSTEM_SETTINGS, now, 0));
    }

    @Test
    void shouldHoldWithoutACallWhatAStoppedBotWouldSendAndSendItAfterwards() {
        Instant since = bench.clock.instant();
        bench.engine.slackChanges().suspend(SYSTEM, GONE);
        DeliveryHandle handedOver = bench.engine.buildCompleted(aFailure()).get(0);
        bench.advance(Duration.ofHours(1));

        assertThat(bench.slack.calls()).isEmpty();
        assertThat(bench.find(handedOver))
                .returns(Delivery.State.HELD, Delivery::state)
                .returns(GONE, Delivery::note);
        assertThat(bench.engine.deliveries().problems())
                .containsExactly(new Problem(GONE, Problem.FixLocation.SYSTEM_SETTINGS, since, 1));

        bench.engine.slackChanges().resume(SYSTEM);
        bench.run();
        assertThat(bench.find(handedOver).state()).isEqualTo(Delivery.State.SENT);
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldLetOtherBotsSend() throws CannotAnnounceException {
        bench.engine.slackChanges().suspend(new BotKey.OfWorkspace("elsewhere"), GONE);
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.slack.texts()).hasSize(1);
        assertThat(bench.engine.slackChanges().isSuspended(SYSTEM)).isFalse();
        assertThat(bench.engine.slackChanges().hasSuspended()).isTrue();
    }

    @Test
    void shouldRememberAStoppedBotInTheNextProcess(@TempDir Path folder) {
        bench.channelFolder = folder;
        bench.newProcess();
        bench.engine.slackChanges().suspend(SYSTEM, GONE);
        bench.newProcess();
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.slack.calls()).isEmpty();
    }

    @Test
    void shouldTryWhatWaitsForAChannelThatIsOpenAgain() throws CannotAnnounceException {
        bench.announce(named("a").saying("first").to("#builds"));
        bench.run();
        bench.engine.slackChanges().channelArchived(BotScope.ALL, ID);
        assertThat(bench.engine.deliveries().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.description()).contains("#builds is archived"));

        bench.slack.answerPost(FakeSlack.refused("is_archived", "It is archived"));
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "No #builds"));
        DeliveryHandle second = bench.announce(named("b").saying("second").to("#builds"));
        bench.run();
        assertThat(bench.find(second).state()).isEqualTo(Delivery.State.HELD);

        bench.engine.slackChanges().channelReopened(BotScope.ALL, ID);
        bench.run();
        assertThat(bench.find(second).state()).isEqualTo(Delivery.State.SENT);
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldTryWhatWasRefusedWhileSlackReportedThatItsChannelIsOpen() throws CannotAnnounceException {
        bench.announce(named("a").saying("first").to("#builds"));
        bench.run();
        bench.engine.slackChanges().channelArchived(BotScope.ALL, ID);

        bench.slack.answerPost(FakeSlack.refused("is_archived", "It is archived"));
        bench.slack.answerPostAfter(
                () -> bench.engine.slackChanges().channelReopened(BotScope.ALL, ID),
                FakeSlack.refused("channel_not_found", "No #builds"));
        DeliveryHandle second = bench.announce(named("b").saying("second").to("#builds"));
        bench.run();

        assertThat(bench.find(second).state()).isEqualTo(Delivery.State.SENT);
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldSayNothingOfChannelsThatAreNotNotified() {
        bench.engine.slackChanges().channelArchived(BotScope.ALL, "C0OTHER99");
        bench.engine.slackChanges().channelDeleted(BotScope.ALL, "C0OTHER99");

        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldLookAChannelUpAnewThatWasDeleted() throws CannotAnnounceException {
        bench.announce(named("a").saying("first").to("#builds"));
        bench.run();
        bench.engine.slackChanges().channelDeleted(BotScope.ALL, ID);
        bench.announce(named("b").saying("second").to("#builds"));
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsExactly("#builds", "#builds");
    }

    @Test
    void shouldFollowAChannelWithItsThreadsToAnotherId() throws CannotAnnounceException {
        bench.announce(named("a").saying("by name").to("#builds"));
        bench.announce(named("b").saying("by id").to("C0DEPLOY01"));
        bench.run();
        bench.engine.slackChanges().channelMoved(BotScope.ALL, ID, "C0MOVED001");
        bench.engine.slackChanges().channelMoved(BotScope.ALL, "C0DEPLOY01", "C0MOVED002");
        bench.announce(named("c").saying("by name again").to("#builds"));
        bench.announce(named("d").saying("by id again").to("C0DEPLOY01"));
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsExactly("#builds", "C0DEPLOY01", "C0MOVED001", "C0MOVED002");
    }

    @Test
    void shouldTryWhatWaitsForAChannelOfTheNewName() throws CannotAnnounceException {
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "No #shipped"));
        DeliveryHandle waiting = bench.announce(named("a").saying("hello").to("#shipped"));
        bench.run();
        assertThat(bench.find(waiting).state()).isEqualTo(Delivery.State.HELD);

        bench.engine.slackChanges().channelRenamed(BotScope.ALL, "C0ANY00001", "Shipped");
        bench.run();
        assertThat(bench.find(waiting).state()).isEqualTo(Delivery.State.SENT);
    }

    /** An app of another workspace has been taken over, and reports about channels of this one. */
    @Test
    void shouldTakeNoReportOfAnAppAboutTheChannelsOfOtherBots() throws CannotAnnounceException {
        BotScope partner = BotScope.of("partner");
        bench.announce(named("a").saying("by name").to("#builds"));
        bench.announce(named("b").saying("by id").to("C0DEPLOY01"));
        bench.run();
        var changes = bench.engine.slackChanges();
        changes.channelMoved(partner, ID, "C0TRAP0001");
        changes.channelMoved(partner, "C0DEPLOY01", "C0TRAP0001");
        changes.channelMoved(partner, "C0NEVERYET", "C0TRAP0001");
        changes.channelArchived(partner, ID);
        changes.channelDeleted(partner, ID);
        bench.announce(named("c").saying("by name again").to("#builds"));
        bench.announce(named("d").saying("by id again").to("C0DEPLOY01"));
        bench.announce(named("e").saying("for the first time").to("C0NEVERYET"));
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsExactlyInAnyOrder("#builds", "C0DEPLOY01", ID, "C0DEPLOY01", "C0NEVERYET");
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }
}
