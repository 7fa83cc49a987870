package io.jenkins.plugins.slacknotify.outbox;

import java.time.Duration;

/** The port that says how fast to send, and who shares the workers. */
@FunctionalInterface
public interface Pace {
    /**
     * Asks for leave to send a message now. Called while the lane is otherwise free, on a thread of the outbox; must
     * return at once.
     *
     * @param delivery the message, or the first of those that travel in it
     * @return zero for leave, which counts as used; otherwise how long to wait before asking again
     */
    Duration tryAcquire(Delivery delivery);

    /**
     * Whose lane this is. Few lanes of one account are at work at a time, so that one that does not answer leaves workers for
     * the others.
     */
    default String account(String lane) {
        return "";
    }

    /** As fast as the answers come. */
    static Pace unlimited() {
        return delivery -> Duration.ZERO;
    }
}
