package io.jenkins.plugins.slacknotify.interaction.answer;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A responder that answers as the bot: in the channel or thread where it was asked, or else in a direct message to the member.
 *
 * <p>What only the member is to read stands in the channel for a while, as Slack shows such messages only to a member who has the channel
 * open. Later it goes to the direct message, where it stays. What takes the place of a message cannot be done without the {@code
 * response_url}, so the member reads it in person.
 *
 * <p>Each attempt makes a call or two. Where Slack gives no answer, what one member reads is sent again, and what a channel
 * reads is not.
 */
public final class BotResponder implements Responder {
    /** How long after a request its member surely looks at the channel. */
    static final Duration BESIDE_THE_REQUEST = Duration.ofMinutes(29);

    private static final String NO_BOT = "No bot token is configured for the workspace from which it was asked";

    private final BotConnections bots;
    private final SlackGateway gateway;
    private final InstantSource clock;

    public BotResponder(BotConnections bots, SlackGateway gateway, InstantSource clock) {
        this.bots = bots;
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public SendResult respond(RequestOrigin origin, Answer answer) {
        if (origin.userId() == null) {
            return new SendResult.Sent("", Note.of("There was nobody to answer"));
        }
        SlackResult<Optional<SlackConnection>> bot = bots.of(origin.installation());
        if (!(bot instanceof SlackResult.Success<Optional<SlackConnection>> found)) {
            return failure(bot, true);
        }
        return found.value()
                .map(connection -> new Attempt(connection, origin, answer).run())
                .orElseGet(() -> new SendResult.Refused(NO_BOT));
    }

    private final class Attempt {
        private final SlackConnection connection;
        private final RequestOrigin origin;
        private final Answer answer;

        Attempt(SlackConnection connection, RequestOrigin origin, Answer answer) {
            this.connection = connection;
            this.origin = origin;
            this.answer = answer;
        }

        SendResult run() {
            return switch (answer.placement()) {
                case IN_CHANNEL ->
                    isInChannel() ? inChannel() : isInThreadOfAPerson() ? inThreadOfAPerson() : inPerson();
                case EPHEMERAL -> isInChannel() && isFresh() ? besideTheRequest() : inPerson();
                case REPLACE_ORIGINAL -> inPerson();
            };
        }

        /** A direct message has no other member, and the one with the bot is where answers in person go. */
        private boolean isInChannel() {
            String channel = origin.channelId();
            return channel != null && !channel.startsWith("D");
        }

        /** A thread of that conversation is known by the conversation alone; a member's id names no message in it. */
        private boolean isInThreadOfAPerson() {
            return origin.channelId() != null && answer.threadTs() != null;
        }

        private boolean isFresh() {
            return clock.instant().isBefore(origin.receivedAt().plus(BESIDE_THE_REQUEST));
        }

        private SendResult inChannel() {
            return send(message(requireNonNull(origin.channelId())).inThread(answer.threadTs()), Way.CHANNEL);
        }

        private SendResult inThreadOfAPerson() {
            return send(message(requireNonNull(origin.channelId())).inThread(answer.threadTs()), Way.CONVERSATION);
        }

        private SendResult besideTheRequest() {
            return send(message(requireNonNull(origin.channelId())).inThread(answer.threadTs()), Way.EPHEMERAL);
        }

        private SendResult inPerson() {
            return send(message(requireNonNull(origin.userId())), Way.PERSON);
        }

        private OutgoingMessage message(String channel) {
            OutgoingMessage plain = OutgoingMessage.of(channel, answer.text(), origin.id());
            String blocks = answer.blocks();
            return blocks == null ? plain : plain.withBlocks(blocks);
        }

        private SendResult send(OutgoingMessage message, Way way) {
            SlackResult<?> result = call(message, way);
            if (result.isRefused(Refusal::isAboutTheLayout) && message.hasLayout()) {
                result = call(message.textOnly(), way);
            }
            if (result instanceof SlackResult.Success<?>) {
                return new SendResult.Sent("", null);
            }
            boolean leadsNowhere = result.isRefused(refusal -> refusal.permanent() && !refusal.isAboutTheToken());
            return leadsNowhere && way != Way.PERSON ? inPerson() : failure(result, way != Way.CHANNEL);
        }

        private SlackResult<?> call(OutgoingMessage message, Way way) {
            return way == Way.EPHEMERAL
                    ? gateway.postEphemeral(connection, message, origin.userId())
                    : gateway.post(connection, message);
        }
    }

    private enum Way {
        CHANNEL,
        /** The bot posts the answer in its conversation with the member. */
        CONVERSATION,
        EPHEMERAL,
        PERSON
    }

    /** @param mayBeRepeated whether it is no nuisance to others where it arrives twice */
    private static SendResult failure(SlackResult<?> result, boolean mayBeRepeated) {
        if (result instanceof SlackResult.RateLimited<?> limited) {
            return new SendResult.Retry(limited.retryAfter(), "Slack takes no more answers at the moment");
        }
        if (result instanceof SlackResult.Unreachable<?> unreachable) {
            return new SendResult.Retry(null, unreachable.why());
        }
        if (result instanceof SlackResult.Unknown<?> unknown) {
            return mayBeRepeated
                    ? new SendResult.Retry(null, unknown.why())
                    : new SendResult.Sent("", Note.of("Perhaps it has not arrived: " + unknown.why()));
        }
        Refusal refusal = result.refused().orElseThrow();
        String why = refusal.remedyWithError();
        if (!refusal.permanent()) {
            return new SendResult.Retry(null, why);
        }
        return refusal.isAboutTheToken() ? new SendResult.Held(why) : new SendResult.Refused(why);
    }
}
