package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.control.preview.JenkinsPageReader;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.interaction.preview.BotPreviews;
import io.jenkins.plugins.slacknotify.interaction.preview.LinkCards;
import io.jenkins.plugins.slacknotify.interaction.preview.LivePreviews;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.outbox.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.PooledThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks after the previews of links every ten seconds, on a thread of its own that ends when it is idle. Costs nothing while there is
 * none.
 */
@Extension
public class LiveViews extends PeriodicWork {
    private static final Logger LOGGER = Logger.getLogger(LiveViews.class.getName());
    private static final Duration PACE = Duration.ofSeconds(10);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(1);

    private final LinkCards cards;
    private final LivePreviews previews;
    private final OutboxThreads threads = new PooledThreads("previews", 1, IDLE_TIMEOUT);
    private final AtomicBoolean busy = new AtomicBoolean();

    public LiveViews() {
        Clock clock = Clock.systemUTC();
        InstalledBots bots = new InstalledBots(SharedSlackClient.interactiveGateway());
        cards = new LinkCards(new JenkinsPageReader(bots, SharedSlackClient.interactiveGateway(), clock));
        previews = new LivePreviews(
                cards,
                new BotPreviews(bots, SharedSlackClient.views()),
                EngineLifecycle.home().resolve("previews"),
                clock);
    }

    public static LiveViews get() {
        return ExtensionList.lookupSingleton(LiveViews.class);
    }

    public LinkCards cards() {
        return cards;
    }

    public LivePreviews previews() {
        return previews;
    }

    @Override
    public long getRecurrencePeriod() {
        return PACE.toMillis();
    }

    /** Runs on Jenkins' timer, so it only hands over. */
    @Override
    protected void doRun() {
        boolean isOn =
                SlackNotifyConfiguration.get().getInbound().enabledAbilities().contains(Ability.PREVIEWS);
        if (isOn && previews.size() > 0 && busy.compareAndSet(false, true)) {
            threads.work(this::lookAfter);
        }
    }

    private void lookAfter() {
        try {
            previews.lookAfter();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "Previews of links could not be looked after", e);
        } finally {
            busy.set(false);
        }
    }
}
