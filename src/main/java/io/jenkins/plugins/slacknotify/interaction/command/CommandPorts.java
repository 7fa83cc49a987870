package io.jenkins.plugins.slacknotify.interaction.command;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RunControl;

/**
 * What commands do their work by.
 *
 * @param threads knows the build of a thread
 * @param quiet the jobs of which a person gets no direct messages
 */
public record CommandPorts(
        BuildControl control, RunControl runs, ThreadBuilds threads, QuietJobs quiet, Maintenance maintenance) {
    public CommandPorts {
        requireNonNull(control, "control");
        requireNonNull(runs, "runs");
        requireNonNull(threads, "threads");
        requireNonNull(quiet, "quiet");
        requireNonNull(maintenance, "maintenance");
    }
}
