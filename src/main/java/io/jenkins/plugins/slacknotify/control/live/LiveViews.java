package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.slacknotify.outbox.thread.SingleTaskThread;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Updates all {@link LiveView}s every five seconds, on a thread that ends when it is idle. Costs nothing while there is none. */
@Extension
public class LiveViews extends PeriodicWork {
    private static final Logger LOGGER = Logger.getLogger(LiveViews.class.getName());
    private static final Duration PACE = Duration.ofSeconds(5);

    private final SingleTaskThread thread = new SingleTaskThread("views");

    @Override
    public long getRecurrencePeriod() {
        return PACE.toMillis();
    }

    /** Runs on Jenkins' timer, so it only starts the work on another thread. */
    @Override
    protected void doRun() {
        if (ExtensionList.lookup(LiveView.class).stream().anyMatch(LiveView::isAny)) {
            thread.work(LiveViews::lookAfter);
        }
    }

    private static void lookAfter() {
        ExtensionList.lookup(LiveView.class).stream().filter(LiveView::isAny).forEach(LiveViews::lookAfter);
    }

    private static void lookAfter(LiveView view) {
        try {
            view.lookAfter();
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "What Slack shows beside messages could not be looked after", e);
        }
    }
}
