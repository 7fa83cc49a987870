package io.jenkins.plugins.slacknotify.interaction.build;

import java.util.List;

/** The result of looking for a job by what a person has typed. */
public sealed interface JobSearchResult {
    record Found(JobReference job) implements JobSearchResult {}

    /** Several may be meant, the likeliest first: all that there are, or a single one that need not be the one. */
    record Several(List<JobReference> candidates) implements JobSearchResult {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /** None has such a name; the likely ones are a near miss. @param likely possibly empty */
    record NotFound(List<JobReference> likely) implements JobSearchResult {
        public NotFound {
            likely = List.copyOf(likely);
        }
    }
}
