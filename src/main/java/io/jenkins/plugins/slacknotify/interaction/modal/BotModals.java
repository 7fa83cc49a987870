package io.jenkins.plugins.slacknotify.interaction.modal;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The modals of Slack, shown as the bot of the workspace from which a request comes. */
public final class BotModals implements Modals {
    private static final Logger LOGGER = Logger.getLogger(BotModals.class.getName());

    private final BotConnections bots;
    private final SlackViews views;

    public BotModals(BotConnections bots, SlackViews views) {
        this.bots = bots;
        this.views = views;
    }

    @Override
    public Optional<String> open(RequestOrigin origin, String view) {
        String triggerId = origin.ticket().triggerId();
        return triggerId == null
                ? Optional.empty()
                : call(origin, connection -> views.open(connection, triggerId, view));
    }

    @Override
    public boolean update(RequestOrigin origin, String viewId, String view) {
        return call(origin, connection -> views.update(connection, viewId, view))
                .isPresent();
    }

    private Optional<String> call(RequestOrigin origin, Function<SlackConnection, SlackResult<String>> call) {
        Optional<SlackConnection> bot = bots.find(origin.installation());
        if (bot.isEmpty()) {
            LOGGER.log(Level.WARNING, "No bot can show a form in the workspace of a request from Slack");
            return Optional.empty();
        }
        SlackResult<String> result = call.apply(bot.get());
        if (result.success().isEmpty()) {
            LOGGER.log(Level.WARNING, "Slack does not show a form: {0}", result.failureName());
        }
        return result.success();
    }
}
