package io.jenkins.plugins.slacknotify.sandbox.method;

import java.time.Duration;

/** A call that comes too soon: HTTP 429 with {@code Retry-After}. */
final class TooManyCalls extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    TooManyCalls(Duration retryAfter) {
        super("ratelimited", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** In whole seconds, rounded up, at least one. */
    long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }
}
