package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.thread.Bulkhead;
import java.time.Duration;

/** The port that limits how fast the outbox sends, and says who shares the workers. */
@FunctionalInterface
public interface Pace {
    /**
     * Asks for a permit to send one message now. The outbox calls this on one of its threads, while the lane is
     * otherwise free. It must return at once.
     *
     * @param delivery the message, or the first of those that travel in it
     * @return zero for a permit, which counts as used; otherwise how long to wait before asking again
     */
    Duration tryAcquire(Delivery delivery);

    /**
     * Returns the account that a lane belongs to. Few lanes of one account are at work at a time, so that an account
     * that does not answer leaves workers for the others.
     */
    default String account(String lane) {
        return "";
    }

    /** Returns how many lanes of an account are at work at a time. By default, enough for what Slack takes of one workspace. */
    default int workers(String account) {
        return Bulkhead.MAX_WORKERS;
    }

    /** Returns a pace that never makes an attempt wait. */
    static Pace unlimited() {
        return delivery -> Duration.ZERO;
    }
}
