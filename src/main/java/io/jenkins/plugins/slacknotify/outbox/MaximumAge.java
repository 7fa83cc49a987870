package io.jenkins.plugins.slacknotify.outbox;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The limit of how old an entry may be when it is sent.
 *
 * @param ofNews that of what is news and no more; asked each time, so that a change counts at once
 */
record MaximumAge(Supplier<Duration> ofNews) {
    /**
     * Returns whether entries are too old to be sent, at that uptime. What corrects an earlier message may be as old as what the outbox
     * remembers of that; later, nobody knows where it is.
     */
    Predicate<Waiting> passedAt(Duration uptime) {
        Duration news = ofNews.get();
        Duration lasting = news.compareTo(ResilientStore.RETENTION) < 0 ? ResilientStore.RETENTION : news;
        return waiting -> waiting.age(uptime).compareTo(waiting.order().lasting() ? lasting : news) > 0;
    }
}
