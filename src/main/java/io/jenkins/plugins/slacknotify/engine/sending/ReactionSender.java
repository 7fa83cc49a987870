package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.EmojiName;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.RateLimits;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;

/**
 * Sends {@link Reaction}s. They may be repeated without harm. What a person would have to fix first is given up, and so is what has failed
 * for long, or alone: an emoji is not worth that the messages behind it wait.
 */
record ReactionSender(
        SlackConnector connector,
        SlackGateway gateway,
        PlacementFinder placements,
        RateLimits limits,
        ResultMapper results) {
    /** After so many attempts, which take most of an hour, an emoji is given up: an outage looks the same. */
    private static final int MAX_ATTEMPTS = 20;

    /** @param alone whether it fails although others arrive */
    SendResult send(Delivery delivery, Reaction reaction, boolean alone, EngineSettings settings)
            throws TokenUnavailableException {
        Placement placement = placements.find(reaction.messageId());
        if (!(placement instanceof Placement.InPlace place)) {
            return ((Placement.None) placement).result();
        }
        SlackConnection connection = connector.connect(reaction, settings);
        SendResult result = results.fromChange(limits.call(
                connection,
                "reactions.add",
                () -> gateway.react(connection, place.location(), EmojiName.withoutColons(reaction.emoji()))));
        return result instanceof SendResult.Held held
                ? new SendResult.Refused(held.note())
                : ResultMapper.givenUpAfter(alone ? 0 : MAX_ATTEMPTS, delivery, result);
    }
}
