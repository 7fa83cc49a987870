package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The builds that a message in Slack is about.
 *
 * @param builds those that are known, each once, in the order in which they were handed over; empty where nobody knows
 * @param isDigest whether the message is about several builds, or was to be, though fewer may be known by now
 */
public record ReportedBuilds(List<BuildKey> builds, boolean isDigest) {
    public ReportedBuilds {
        builds = List.copyOf(builds);
    }

    /** The one build that the message is about; empty where it may be about others, too, or nobody knows. */
    public Optional<BuildKey> only() {
        return isDigest || builds.size() != 1 ? Optional.empty() : Optional.of(builds.get(0));
    }

    ReportedBuilds map(UnaryOperator<BuildKey> change) {
        return new ReportedBuilds(builds.stream().map(change).distinct().toList(), isDigest);
    }
}
