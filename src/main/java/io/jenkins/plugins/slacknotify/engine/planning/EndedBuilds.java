package io.jenkins.plugins.slacknotify.engine.planning;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.util.Optional;

/**
 * The builds that have ended just now. A step that was stopped, or is slow, can have news of a running build after that build has
 * ended: they are of a moment that is over, and nothing would correct them.
 *
 * <p>Safe for use by many threads. In memory: no step outlives both its build and the process.
 */
public final class EndedBuilds {
    /** How many builds are kept. It is more than end while one step is slow. */
    private static final int KEPT = 100;

    private final LruCache<BuildKey, BuildEvent> ends = new LruCache<>(KEPT);

    /** Remembers that a build has ended, and how. */
    public void add(BuildEvent end) {
        ends.put(end.key(), end.withoutLog());
    }

    /** The event by which a build has ended; empty where it has not ended just now. */
    public Optional<BuildEvent> find(BuildKey build) {
        return ends.get(build);
    }

    /** The event as it is true now: of the end of its build, where it is about a running build that has ended since. */
    public BuildEvent current(BuildEvent event) {
        return event.running() ? ends.get(event.key()).orElse(event) : event;
    }

    /** Whether a milestone is told too late: its build has ended. That a question has an answer is never too late. */
    public boolean isTooLate(BuildEvent milestone) {
        Milestone moment = requireNonNull(milestone.milestone(), "milestone");
        return !moment.isInputFinished() && ends.get(milestone.key()).isPresent();
    }
}
