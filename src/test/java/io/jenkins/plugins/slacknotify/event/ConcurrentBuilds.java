package io.jenkins.plugins.slacknotify.event;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A model of a job whose builds run side by side, numbered from 1. A build counts as completed for the others from
 * {@link #complete}, and is rated some time later, in {@link #ask}.
 */
final class ConcurrentBuilds {
    private final Outcome[] outcomes;
    private final NavigableSet<Integer> verdicts = new TreeSet<>();

    ConcurrentBuilds(Outcome... outcomes) {
        this.outcomes = outcomes.clone();
    }

    Outcome outcome(int build) {
        return outcomes[build - 1];
    }

    void complete(int build) {
        if (outcome(build).isVerdict()) {
            verdicts.add(build);
        }
    }

    Trend ask(int build) {
        Optional<Outcome> last = Optional.ofNullable(verdicts.lower(build)).map(this::outcome);
        return Trend.of(outcome(build), new FakeHistory(last.orElse(null), verdicts.higher(build) != null));
    }

    Trend completeAndAsk(int build) {
        complete(build);
        return ask(build);
    }

    /** The verdict of the newest build that has completed. */
    Optional<Outcome> known() {
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(outcome(verdicts.last()));
    }

    /** The verdict of the newest build that has completed, apart from one build. */
    Optional<Outcome> knownWithout(int build) {
        return verdicts.stream()
                .filter(each -> each != build)
                .reduce((older, newer) -> newer)
                .map(this::outcome);
    }
}
