package io.jenkins.plugins.slacknotify.event.build;

import java.util.List;

/**
 * The builds that a build has started.
 *
 * @param all how many there are
 * @param latest those that were started last, in that order; at most {@value #KEPT}, never null
 */
public record DownstreamBuilds(int all, List<DownstreamBuild> latest) {
    /** The number of builds that are kept at most. */
    public static final int KEPT = 20;

    public DownstreamBuilds {
        // A stored event of another version may have none.
        latest = latest == null
                ? List.of()
                : List.copyOf(latest.subList(Math.max(0, latest.size() - KEPT), latest.size()));
    }
}
