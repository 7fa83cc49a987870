package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.time.Instant;

/**
 * A build in a home tab.
 *
 * @param event with a milestone, where it runs: that it has started, or what it waits for
 * @param since when it started; of a bad build, when the job became bad
 * @param askedAt when it asked what it waits for; null for a build that waits for no answer
 */
public record HomeBuild(
        BuildEvent event,
        Severity severity,
        Instant since,
        @CheckForNull Instant askedAt) {
    /** Creates a build that waits for no answer. */
    public HomeBuild(BuildEvent event, Severity severity, Instant since) {
        this(event, severity, since, null);
    }
}
