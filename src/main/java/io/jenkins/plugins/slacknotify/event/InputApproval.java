package io.jenkins.plugins.slacknotify.event;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * The requirements of a job for approvals, beyond those of the step itself, and the people who have approved so far.
 *
 * @param notByStarter whether who has started the build may not approve
 * @param people how many people have to approve
 * @param groups of each of which another person has to approve; possibly empty, never null
 * @param approvedBy the names of those who have approved already; possibly empty, never null
 */
public record InputApproval(boolean notByStarter, int people, List<String> groups, List<String> approvedBy) {
    private static final int KEPT = 10;
    private static final int MAX_NAME = 100;

    public InputApproval {
        groups = kept(groups);
        approvedBy = kept(approvedBy);
    }

    private static List<String> kept(List<String> names) {
        return names.stream()
                .limit(KEPT)
                .map(name -> Excerpt.truncate(name, MAX_NAME))
                .toList();
    }
}
