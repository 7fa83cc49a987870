package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * A build that another build has started.
 *
 * @param name its name for people, with that of its job, such as {@code deploy #12}
 * @param url where people open it; null where Jenkins does not know its own address, or the build is not there any more
 * @param outcome how it ended; null where that is not known, as the build that started it has not waited for it
 */
public record DownstreamBuild(
        String name, @CheckForNull String url, @CheckForNull Outcome outcome) {
    private static final int MAX_NAME = 300;

    public DownstreamBuild {
        name = Excerpt.truncate(name, MAX_NAME);
        url = Excerpt.addressOrNull(url);
    }
}
