package io.jenkins.plugins.slacknotify.outbox.lane;

import java.util.List;
import java.util.Optional;

/** The port through which a {@link Dispatcher} has attempts made, each on a worker. */
@FunctionalInterface
public interface Attempts {
    /**
     * One attempt to make.
     *
     * @param deliveries what travels together
     * @param blocker a held delivery that goes before the first of them; empty where nothing is in the way
     * @param failures how many attempts have failed in a row before; one that was held or told to wait has not failed
     */
    record Task(List<Waiting> deliveries, Optional<Waiting> blocker, LaneHealth.Manner manner, int failures) {}

    AttemptOutcome attempt(Task task);
}
