package io.jenkins.plugins.slacknotify.interaction.home;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.time.Instant;

/**
 * A build in a home tab.
 *
 * @param event with a milestone, where it runs: that it has started, or what it waits for
 * @param since when it started; of a bad build, when the job became bad
 */
public record HomeBuild(BuildEvent event, Severity severity, Instant since) {
    public HomeBuild {
        requireNonNull(event, "event");
        requireNonNull(severity, "severity");
        requireNonNull(since, "since");
    }
}
