package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals;
import io.jenkins.plugins.slacknotify.control.preview.JenkinsPageReader;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.interaction.preview.BotPreviews;
import io.jenkins.plugins.slacknotify.interaction.preview.LinkCards;
import io.jenkins.plugins.slacknotify.interaction.preview.LivePreviews;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import java.time.Clock;

/** The previews of links, of which those of running builds are kept up to date. */
@Extension
public class LinkPreviews implements LiveView {
    private final LinkCards cards;
    private final LivePreviews previews;

    public LinkPreviews() {
        Clock clock = Clock.systemUTC();
        InstalledBots bots = InstalledBots.shared();
        cards = new LinkCards(
                new JenkinsPageReader(bots, SharedSlackClient.interactiveGateway(), clock), ButtonSeals.seal());
        previews = new LivePreviews(
                cards,
                new BotPreviews(bots, SharedSlackClient.views()),
                SlackLinks::isLinked,
                EngineLifecycle.home(),
                clock);
    }

    /** Returns the one instance of this Jenkins. */
    public static LinkPreviews get() {
        return ExtensionList.lookupSingleton(LinkPreviews.class);
    }

    public LinkCards cards() {
        return cards;
    }

    public LivePreviews previews() {
        return previews;
    }

    @Override
    public boolean isAny() {
        return previews.size() > 0
                && SlackNotifyConfiguration.get().abilitiesInEffect().contains(Ability.PREVIEWS);
    }

    @Override
    public void lookAfter() {
        previews.lookAfter();
    }
}
