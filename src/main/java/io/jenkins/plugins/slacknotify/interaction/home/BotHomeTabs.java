package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The home tabs of Slack, shown as the bot of the workspace from which a request comes. A tab that cannot be shown is made again
 * when it is opened again, so the log has that at {@code FINE} only.
 */
public final class BotHomeTabs implements HomeTabs {
    private static final Logger LOGGER = Logger.getLogger(BotHomeTabs.class.getName());

    /** Slack's error where a tab was published after the one that is to be replaced. */
    private static final String NEWER_IS_SHOWN = "hash_conflict";

    private static final int MAX_ERROR = 100;

    private final BotConnections bots;
    private final SlackViews views;

    public BotHomeTabs(BotConnections bots, SlackViews views) {
        this.bots = bots;
        this.views = views;
    }

    @Override
    public PublishedTab publish(RequestOrigin origin, @CheckForNull String hash, String view) {
        String member = origin.userId();
        SlackConnection bot = bots.find(origin.installation()).orElse(null);
        if (member == null || bot == null) {
            LOGGER.log(Level.FINE, "No bot can show a home tab in the workspace of a request from Slack");
            return new PublishedTab.Failed();
        }
        SlackResult<String> result = views.publish(bot, member, hash, view);
        if (result instanceof SlackResult.Success<String> shown) {
            return new PublishedTab.Shown(shown.value());
        }
        LOGGER.log(Level.FINE, "Slack does not show a home tab: {0}", result.failureName());
        if (result.isRefused(NEWER_IS_SHOWN)) {
            return new PublishedTab.Overtaken();
        }
        return result.isRefused(BotHomeTabs::isAboutTheView)
                ? publishRefusal(bot, member, hash, result.failureName())
                : new PublishedTab.Failed();
    }

    private static boolean isAboutTheView(Refusal refusal) {
        return refusal.permanent() && !refusal.isAboutTheToken();
    }

    /** Publishes a tab that says that Slack has refused the real one. Slack would show an old tab or none otherwise. */
    private PublishedTab publishRefusal(SlackConnection bot, String member, @CheckForNull String hash, String error) {
        SlackResult<String> said = views.publish(
                bot,
                member,
                hash,
                HomeView.saying("Slack does not show what Jenkins has for this tab (" + Mrkdwn.quoted(error, MAX_ERROR)
                        + "). What waits for you stands on Jenkins' own pages. Please report it."));
        return said instanceof SlackResult.Success<String> shown
                ? new PublishedTab.Shown(shown.value())
                : new PublishedTab.Failed();
    }
}
