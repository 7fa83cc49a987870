package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * A branch or pull request that has a job of its own in a multibranch project.
 *
 * @param name the branch's name for people
 * @param project the name, for people, of the project that the branch is one of
 * @param primary whether the source names it as the branch that matters most, such as {@code main}
 * @param pullRequest null for a plain branch
 */
public record Branch(
        String name,
        String project,
        boolean primary,
        @CheckForNull PullRequest pullRequest) {
    private static final int MAX_NAME = 300;

    public Branch {
        name = Excerpt.truncate(requireNonNull(name, "name"), MAX_NAME);
        project = Excerpt.truncate(requireNonNull(project, "project"), MAX_NAME);
    }

    /**
     * A proposed change, by whatever name its forge calls it.
     *
     * @param id as people know it, such as {@code 17}
     * @param title null where it is not known
     * @param url where people open it; null where that is not known
     */
    public record PullRequest(
            String id,
            @CheckForNull String title,
            @CheckForNull String url) {
        public PullRequest {
            id = Excerpt.truncate(requireNonNull(id, "id"), MAX_NAME);
            title = Excerpt.truncateNullable(title, MAX_NAME);
            url = Excerpt.addressOrNull(url);
        }
    }
}
