package io.jenkins.plugins.slacknotify.interaction.answer;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.outbox.SendResult;

/**
 * Answers a form in the channel in which it was asked for: a form that is sent names no channel itself. Where that fails, the
 * member is answered in person.
 */
public final class ChannelAnswers {
    private final Responder responder;

    /** @param responder answers as the bot */
    public ChannelAnswers(Responder responder) {
        this.responder = responder;
    }

    /**
     * Answers a form.
     *
     * @param channel from the form's own metadata; null where it was asked for in none
     */
    public ActResult answer(RequestOrigin origin, @CheckForNull String channel, Answer answer) {
        boolean arrived = channel != null
                && answer.placement() == Answer.Placement.IN_CHANNEL
                && responder.respond(in(origin, channel), answer) instanceof SendResult.Sent;
        return arrived ? ActResult.silent() : ActResult.answered(answer);
    }

    /** Returns an origin in a channel. */
    public static RequestOrigin in(RequestOrigin origin, @CheckForNull String channel) {
        return new RequestOrigin(
                origin.id(),
                origin.installation(),
                origin.requester(),
                channel,
                ReplyTicket.NONE,
                origin.transport(),
                origin.receivedAt());
    }
}
