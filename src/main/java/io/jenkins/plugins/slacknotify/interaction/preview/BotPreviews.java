package io.jenkins.plugins.slacknotify.interaction.preview;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import io.jenkins.plugins.slacknotify.slack.model.UnfurlTarget;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The previews of Slack, shown as the bot of the workspace from which a request comes. A preview that does not come is no loss, so
 * the log has it at {@code FINE} only.
 */
public final class BotPreviews implements Previews {
    private static final Logger LOGGER = Logger.getLogger(BotPreviews.class.getName());

    private final BotConnections bots;
    private final SlackViews views;

    public BotPreviews(BotConnections bots, SlackViews views) {
        this.bots = bots;
        this.views = views;
    }

    @Override
    public boolean show(PreviewTarget target, Map<String, String> blocks) {
        JsonObject previews = new JsonObject();
        blocks.forEach((address, json) -> {
            JsonObject preview = new JsonObject();
            preview.add("blocks", JsonParser.parseString(json));
            previews.add(address, preview);
        });
        return call(target, bot -> views.unfurl(bot, target.message(), previews.toString()));
    }

    @Override
    public boolean invite(PreviewTarget target, String sentence, String address) {
        return call(target, bot -> views.askToSignIn(bot, target.message(), sentence, address));
    }

    private boolean call(PreviewTarget target, Function<SlackConnection, SlackResult<UnfurlTarget>> unfurl) {
        Optional<SlackConnection> bot = bots.find(target.installation());
        if (bot.isEmpty()) {
            LOGGER.log(Level.FINE, "No bot can show previews in the workspace of a link");
            return false;
        }
        SlackResult<UnfurlTarget> result = unfurl.apply(bot.get());
        boolean isTaken = result.success().isPresent();
        if (!isTaken) {
            LOGGER.log(Level.FINE, "Slack does not show previews: {0}", result.failureName());
        }
        return isTaken;
    }
}
