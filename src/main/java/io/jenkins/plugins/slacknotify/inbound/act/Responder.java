package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;

/**
 * The port that answers requests.
 *
 * <p>{@link ResponseUrlResponder} answers where Slack asked; what it cannot answer there goes to another responder, which
 * writes as the bot: in the channel, or in person to the member.
 */
@FunctionalInterface
public interface Responder {
    /**
     * Tries once to answer. Called on a thread that may block.
     *
     * @param origin of the request; {@link RequestOrigin#id()} identifies the answer, too, as there is one at most. Its
     *     ticket may be gone
     * @return what the outbox makes of other attempts to send. {@link SendResult.Sent} as soon as the answer is safe on
     *     disk elsewhere
     */
    SendResult respond(RequestOrigin origin, Answer answer);
}
