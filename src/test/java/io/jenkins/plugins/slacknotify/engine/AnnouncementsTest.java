package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements of jobs, to channels. */
class AnnouncementsTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldTellTheStateOfTheBuildInTheDefaultChannelWhereNothingElseIsAsked() throws Exception {
        DeliveryHandle handedOver =
                bench.announce(named("a").of(aBuild().running().build()));
        bench.run();

        assertThat(handedOver).isEqualTo(new DeliveryHandle("a-1", "#builds", true));
        assertThat(bench.slack.texts()).singleElement().asString().endsWith("so far");
    }

    @Test
    void shouldSayWhatTheJobsAuthorWrote() throws Exception {
        bench.announce(named("a").saying("Deployed *1.2* <!here>"));
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Deployed *1.2* <!here>");
    }

    @Test
    void shouldGoToEveryChannelOnceHoweverItIsWritten() throws Exception {
        List<DeliveryHandle> handedOver = bench.engine.announce(named("a")
                .saying("Hello")
                .to("#builds", "oncall", "builds", " #oncall ", "#Builds", "C0123456789")
                .build());
        bench.run();

        assertThat(handedOver).extracting(DeliveryHandle::channel).containsExactly("#builds", "#oncall", "C0123456789");
        assertThat(bench.slack.messages())
                .extracting(message -> message.location().channel())
                .containsExactlyInAnyOrder("C0BUILDS00000", "C0ONCALL00000", "C0123456789");
    }

    @Test
    void shouldShowTheSeverityThatWasAskedForOrElseThatOfTheBuild() throws Exception {
        bench.announce(named("asked").as(Severity.CRITICAL));
        bench.announce(named("rated").to("#other"));
        bench.run();

        assertThat(bench.slack.texts())
                .satisfiesExactly(
                        asked -> assertThat(asked).startsWith(":rotating_light:"),
                        rated -> assertThat(rated).startsWith(":x:"));
    }

    @Test
    void shouldUseTheTokenThatWasAskedForOnBehalfOfTheBuild() throws Exception {
        bench.announce(named("own").with("team-bot"));
        bench.announce(named("global"));
        bench.run();

        assertThat(bench.askedTokens)
                .containsExactlyInAnyOrder("team-bot for shop/checkout #12", "null for shop/checkout #12");
    }

    /** The notices of a maintenance go where the rules of the system lead, which no limit holds. */
    @Test
    void shouldAskTheLimitsOfChannelsForWhatAnAuthorNamesOnly() throws Exception {
        bench.channelLimits =
                new ChannelLimits(List.of(new ChannelLimits.Limit(NamePatterns.of(List.of("shop/**")), List.of())));
        DestinationProfile oncall = DestinationProfile.of(new Destination(null, "#oncall"));

        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.announce(named("a").saying("Hello").to(oncall)))
                .withMessageContaining("may write to no channel by itself");
        List<DeliveryHandle> routed = bench.engine.announce(Announcement.of("b", aBuild().build())
                .text("Hello")
                .profiles(List.of(oncall))
                .routed()
                .build());
        bench.run();

        assertThat(routed).hasSize(1);
        assertThat(bench.slack.texts()).containsExactly("Hello");
    }

    @Test
    void shouldBeSaidOnceThoughItIsAnnouncedTwice() throws Exception {
        DeliveryHandle first = bench.announce(named("a").saying("Hello"));
        bench.run();
        bench.newProcess();

        assertThat(bench.announce(named("a").saying("Hello"))).isEqualTo(first);
        bench.run();
        assertThat(bench.slack.texts()).containsExactly("Hello");
    }

    @Test
    void shouldFindThePermalinkOnlyWhereSomebodyWaitsForIt() throws Exception {
        DeliveryHandle plain = bench.announce(named("plain"));
        DeliveryHandle awaited = bench.announce(named("awaited").saying("Hello").wantingPermalink());
        bench.run();

        assertThat(receipt(plain).permalink()).isNull();
        assertThat(receipt(awaited).permalink())
                .isEqualTo("https://acme.slack.com/archives/C0BUILDS00000/p1772366400.000001");
        assertThat(bench.slack.calls()).containsExactly("post", "post", "permalink");
    }

    @Test
    void shouldBeSentThoughSlackDoesNotTellThePermalink() throws Exception {
        bench.slack.havePermalinks(false);
        DeliveryHandle awaited = bench.announce(named("a").wantingPermalink());
        bench.run();

        assertThat(bench.find(awaited).state()).isEqualTo(Delivery.State.SENT);
        assertThat(receipt(awaited).permalink()).isNull();
    }

    @Test
    void shouldTellWhoWaitsWhatBecameOfIt() throws Exception {
        DeliveryHandle handedOver = bench.announce(named("a"));
        var finished =
                bench.engine.deliveries().answered(handedOver.deliveryId()).toCompletableFuture();
        assertThat(finished).isNotDone();

        bench.run();

        assertThat(finished).isCompletedWithValue(bench.find(handedOver));
    }

    @Test
    void shouldContinueALongTextInTheThreadOfItsBeginning() throws Exception {
        String text = ("x".repeat(99) + "\n").repeat(1_000);

        bench.announce(named("a").saying(text));
        bench.advance(Duration.ofMinutes(1));

        List<FakeSlack.Message> messages = bench.slack.messages();
        assertThat(messages).hasSize(26);
        assertThat(messages.get(0).threadTs()).isNull();
        assertThat(messages.subList(1, 26))
                .extracting(FakeSlack.Message::threadTs)
                .containsOnly(messages.get(0).location().ts());
        assertThat(String.join("\n", bench.slack.texts()).equals(text))
                .as("all of the text is there")
                .isTrue();
    }

    @Test
    void shouldNotContinueALongTextWhoseBeginningIsHeld() throws Exception {
        bench.slack.answerPost(FakeSlack.refused("not_in_channel", "Type: /invite @jenkins"));
        bench.announce(named("a").saying("x".repeat(10_000)));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.slack.calls()).containsExactly("post");
        assertThat(bench.heard).hasSize(3).extracting(Delivery::state).containsOnly(Delivery.State.HELD);
        assertThat(bench.heard.get(2).note()).contains("has not arrived", "Type: /invite @jenkins (not_in_channel)");
    }

    @Test
    void shouldRefuseWhileItIsSwitchedOff() {
        bench.enabled = false;

        assertThatRefused(named("a").saying("Hello")).withMessageContainingAll("switched off", "Manage Jenkins");
    }

    @Test
    void shouldRefuseWhereNoChannelIsKnown() {
        bench.defaultChannel = null;

        assertThatRefused(named("a").saying("Hello"))
                .withMessageContainingAll("No Slack channel is known", "channel: '#builds'", "system channel");
    }

    @Test
    void shouldTellNobodyWhereThatWasAskedFor() throws Exception {
        assertThat(bench.engine.announce(
                        named("a").saying("Hello").toPeople(Addressees.NOBODY).build()))
                .isEmpty();
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldTellNoMoreThanTheChannelWhereNobodyIsToldInPerson() throws Exception {
        bench.announce(named("a").saying("Hello").to("#builds").toPeople(Addressees.NOBODY));

        assertThat(bench.engine.deliveries().waiting()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "#"})
    void shouldRefuseAnEmptyChannelAndSendToNoOtherEither(String channel) {
        assertThatRefused(named("a").saying("Hello").to("#builds", channel))
                .withMessageContainingAll("channel is empty", "channel: '#builds'");
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t"})
    void shouldRefuseAnEmptyText(String text) {
        assertThatRefused(named("a").saying(text)).withMessageContainingAll("empty", "leave it out");
    }

    @Test
    void shouldRefuseATextThatIsTooLong() {
        assertThatRefused(named("a").saying("x".repeat(200_001)))
                .withMessageContainingAll("200,001 characters", "artifact");
    }

    private MessageReceipt receipt(DeliveryHandle handedOver) {
        return Deliveries.receipt(bench.find(handedOver)).orElseThrow();
    }

    private ThrowableAssertAlternative<CannotAnnounceException> assertThatRefused(AnAnnouncement announcement) {
        return assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.engine.announce(announcement.build()));
    }
}
