package io.jenkins.plugins.slacknotify.interaction.modal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import java.util.Optional;
import java.util.UUID;
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

    /** {@inheritDoc} Each window gets an id of Jenkins, by which it is found where Slack's answer is lost. */
    @Override
    public Optional<Window> open(RequestOrigin origin, String view) {
        String triggerId = origin.ticket().triggerId();
        Optional<SlackConnection> bot = triggerId == null ? Optional.empty() : bot(origin);
        if (bot.isEmpty()) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        SlackResult<String> result = views.open(bot.get(), triggerId, withExternalId(id, view));
        if (result instanceof SlackResult.Unknown) {
            return Optional.of(new Window(id, false));
        }
        return logged(result).map(viewId -> new Window(viewId, true));
    }

    @Override
    public boolean update(RequestOrigin origin, Window window, String view) {
        Optional<SlackConnection> bot = bot(origin);
        if (bot.isEmpty()) {
            return false;
        }
        SlackResult<String> result = update(bot.get(), window, view);
        // Done twice, it is as if done once. Nobody knows whether the first has shown a form, which somebody may be
        // filling in.
        return logged(result instanceof SlackResult.Unknown ? update(bot.get(), window, view) : result)
                .isPresent();
    }

    private SlackResult<String> update(SlackConnection bot, Window window, String view) {
        return window.isCertain()
                ? views.update(bot, window.id(), view)
                : views.updateExternal(bot, window.id(), withExternalId(window.id(), view));
    }

    private static String withExternalId(String id, String view) {
        JsonObject json = JsonParser.parseString(view).getAsJsonObject();
        json.addProperty("external_id", id);
        return json.toString();
    }

    private Optional<SlackConnection> bot(RequestOrigin origin) {
        Optional<SlackConnection> bot = bots.find(origin.installation());
        if (bot.isEmpty()) {
            LOGGER.log(Level.WARNING, "No bot can show a form in the workspace of a request from Slack");
        }
        return bot;
    }

    private static Optional<String> logged(SlackResult<String> result) {
        if (result.success().isEmpty()) {
            LOGGER.log(Level.WARNING, "Slack does not show a form: {0}", result.failureName());
        }
        return result.success();
    }
}
