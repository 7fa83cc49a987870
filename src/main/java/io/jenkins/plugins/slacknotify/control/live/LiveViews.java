package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Updates all {@link LiveView}s every five seconds, on a thread that ends when it is idle. Costs nothing while there is none. */
@Extension
public class LiveViews extends PeriodicWork {
    private static final Logger LOGGER = Logger.getLogger(LiveViews.class.getName());
    private static final Duration PACE = Duration.ofSeconds(5);

    private final OutboxThreads threads = new PooledThreads("views", 1);
    private final AtomicBoolean busy = new AtomicBoolean();

    @Override
    public long getRecurrencePeriod() {
        return PACE.toMillis();
    }

    /** Runs on Jenkins' timer, so it only starts the work on another thread. */
    @Override
    protected void doRun() {
        boolean isAny = ExtensionList.lookup(LiveView.class).stream().anyMatch(LiveView::isAny);
        if (isAny && busy.compareAndSet(false, true)) {
            threads.work(this::lookAfter);
        }
    }

    private void lookAfter() {
        try {
            ExtensionList.lookup(LiveView.class).stream()
                    .filter(LiveView::isAny)
                    .forEach(LiveViews::lookAfter);
        } finally {
            busy.set(false);
        }
    }

    private static void lookAfter(LiveView view) {
        try {
            view.lookAfter();
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "What Slack shows beside messages could not be looked after", e);
        }
    }
}
