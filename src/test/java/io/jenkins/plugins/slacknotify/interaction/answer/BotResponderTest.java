package io.jenkins.plugins.slacknotify.interaction.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotResponderTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final SlackConnection BOT = SlackConnection.toSlack(BotToken.of("xoxb-1"));
    private static final InstallationKey ACME = new InstallationKey("A1", "T1", null, false);

    private final List<String> calls = new ArrayList<>();
    private Function<String, SlackResult<?>> slack = call -> null;
    private SlackResult<Optional<SlackConnection>> bot = new SlackResult.Success<>(Optional.of(BOT));

    @Test
    void shouldAnswerBesideTheRequestWhatOneMemberIsToRead() {
        assertThat(respond("C1", Answer.ephemeral("done"))).isInstanceOf(SendResult.Sent.class);
        assertThat(calls).containsExactly("ephemeral C1 U1: done");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    not_in_channel
                    user_not_in_channel
                    channel_not_found
                    is_archived
                    restricted_action
                    """)
    void shouldAnswerInPersonWhereTheChannelTakesNoAnswer(String error) {
        slack = call -> call.contains("C1") ? refused(error) : null;

        assertThat(respond("C1", Answer.ephemeral("done"))).isInstanceOf(SendResult.Sent.class);
        assertThat(respond("C1", Answer.inChannel("done"))).isInstanceOf(SendResult.Sent.class);
        assertThat(calls).containsExactly("ephemeral C1 U1: done", "post U1: done", "post C1: done", "post U1: done");
    }

    @ParameterizedTest
    @CsvSource({"D1", ","})
    void shouldAnswerInPersonWhereThereIsNoChannel(String channel) {
        respond(channel, Answer.ephemeral("done"));
        respond(channel, Answer.inChannel("done"));

        assertThat(calls).containsExactly("post U1: done", "post U1: done");
    }

    @Test
    void shouldAnswerInPersonWhenNobodyLooksAtTheChannelAnyMore() {
        responder(NOW.plus(BotResponder.BESIDE_THE_REQUEST)).respond(origin("C1", "U1"), Answer.ephemeral("late"));

        assertThat(calls).containsExactly("post U1: late");
    }

    @Test
    void shouldAnswerInPersonWhatWasToTakeThePlaceOfAMessage() {
        respond("C1", Answer.replacing("approved"));

        assertThat(calls).containsExactly("post U1: approved");
    }

    @Test
    void shouldSendTheTextAloneWhereSlackDoesNotTakeTheBlocks() {
        slack = call -> call.contains("[{}]") ? refused("invalid_blocks") : null;

        assertThat(respond("C1", Answer.ephemeral("done").withBlocks("[{}]"))).isInstanceOf(SendResult.Sent.class);
        assertThat(calls).containsExactly("ephemeral C1 U1: done[{}]", "ephemeral C1 U1: done");
    }

    @Test
    void shouldAnswerInTheThread() {
        respond("C1", Answer.inChannel("done").inThread("1.2"));

        assertThat(calls).containsExactly("post C1 1.2: done");
    }

    @Test
    void shouldAnswerInTheThreadOfADirectMessage() {
        respond("D1", Answer.inChannel("done").inThread("1.2"));
        slack = call -> new SlackResult.Unknown<>("no answer");
        assertThat(respond("D1", Answer.inChannel("more").inThread("1.2"))).isInstanceOf(SendResult.Retry.class);

        assertThat(calls).containsExactly("post D1 1.2: done", "post D1 1.2: more");
    }

    /** As in a direct message of others, in which the bot is not. */
    @Test
    void shouldAnswerInPersonWhereTheThreadTakesNoAnswer() {
        slack = call -> call.contains("D1") ? refused("channel_not_found") : null;

        assertThat(respond("D1", Answer.inChannel("done").inThread("1.2"))).isInstanceOf(SendResult.Sent.class);
        assertThat(calls).containsExactly("post D1 1.2: done", "post U1: done");
    }

    @Test
    void shouldNotRepeatWhatAChannelMayHaveReadAlready() {
        slack = call -> new SlackResult.Unknown<>("no answer");

        assertThat(respond("C1", Answer.inChannel("done"))).isInstanceOf(SendResult.Sent.class);
        assertThat(respond("C1", Answer.ephemeral("done"))).isInstanceOf(SendResult.Retry.class);
        assertThat(respond("D1", Answer.inChannel("done"))).isInstanceOf(SendResult.Retry.class);
    }

    @Test
    void shouldWaitAsSlackAsks() {
        slack = call -> new SlackResult.RateLimited<>(Duration.ofSeconds(7));

        assertThat(respond("C1", Answer.ephemeral("done")))
                .isInstanceOfSatisfying(
                        SendResult.Retry.class,
                        retry -> assertThat(retry.pause()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(calls).hasSize(1);
    }

    @Test
    void shouldHoldTheAnswerWhileTheTokenIsDead() {
        slack = call -> refused("account_inactive");

        assertThat(respond("C1", Answer.ephemeral("done"))).isInstanceOf(SendResult.Held.class);
        assertThat(calls).hasSize(1);
    }

    @Test
    void shouldGiveUpWhereThereIsNoBotOrNoMember() {
        bot = new SlackResult.Success<>(Optional.empty());
        assertThat(respond("C1", Answer.ephemeral("done"))).isInstanceOf(SendResult.Refused.class);

        bot = new SlackResult.Unreachable<>("no network");
        assertThat(respond("C1", Answer.ephemeral("done"))).isInstanceOf(SendResult.Retry.class);
        assertThat(responder(NOW).respond(origin("C1", null), Answer.ephemeral("done")))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(calls).isEmpty();
    }

    private SendResult respond(String channel, Answer answer) {
        return responder(NOW).respond(origin(channel, "U1"), answer);
    }

    private BotResponder responder(Instant now) {
        return new BotResponder(installation -> bot, gateway(), () -> now);
    }

    private static RequestOrigin origin(String channel, String user) {
        return new RequestOrigin("id", ACME, new Requester(user, "T1"), channel, ReplyTicket.NONE, Transport.HTTP, NOW);
    }

    private static SlackResult<?> refused(String error) {
        return new SlackResult.Refused<>(new Refusal(error, "Fix it."));
    }

    /** A gateway that posts, and does nothing else. */
    private SlackGateway gateway() {
        return (SlackGateway) Proxy.newProxyInstance(
                SlackGateway.class.getClassLoader(), new Class<?>[] {SlackGateway.class}, (proxy, method, args) -> {
                    OutgoingMessage message = (OutgoingMessage) args[1];
                    String thread = message.threadTs() == null ? "" : " " + message.threadTs();
                    String blocks = message.hasLayout() ? message.blocks() : "";
                    boolean ephemeral = method.getName().equals("postEphemeral");
                    String call = (ephemeral ? "ephemeral " : "post ") + message.channel()
                            + (ephemeral ? " " + args[2] : "") + thread + ": " + message.text() + blocks;
                    calls.add(call);
                    SlackResult<?> result = slack.apply(call);
                    return result != null
                            ? result
                            : new SlackResult.Success<>(
                                    ephemeral
                                            ? message.channel()
                                            : new PostedMessage(new MessageLocation(message.channel(), "1.0"), null));
                });
    }
}
