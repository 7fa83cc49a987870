package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.model.AbstractBuild;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import hudson.slaves.OfflineCause;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Optional;
import jenkins.model.InterruptedBuildAction;
import jenkins.model.Jenkins;

/** Finds out what stopped a build before its end, by what Jenkins notes of every kind of build. */
final class InterruptionFinder {
    private InterruptionFinder() {}

    /** @return empty where nothing did, or nobody knows */
    static Optional<Interruption> find(Run<?, ?> run, Outcome outcome) {
        Optional<Interruption> lost = lostAgent(run, outcome);
        InterruptedBuildAction noted = StoredActions.find(run, InterruptedBuildAction.class);
        // The build may have survived this interruption, and be bad for another reason.
        if (lost.isPresent() || outcome.isVerdict()) {
            return lost;
        }
        Optional<Interruption> known = noted == null ? Optional.empty() : Interruptions.of(noted.getCauses(), null);
        return known.isPresent() || !JenkinsShutdown.hasBegun()
                ? known
                : Optional.of(new Interruption(Interruption.Kind.RESTART, null));
    }

    /**
     * Whether the agent of a freestyle build went away while it ran. Jenkins notes nothing of that on the build, which fails
     * with whatever it was doing.
     */
    private static Optional<Interruption> lostAgent(Run<?, ?> run, Outcome outcome) {
        // For a past build, nobody knows whether its agent was connected.
        if (!(run instanceof AbstractBuild<?, ?> build)
                || !run.isLogUpdated()
                || outcome == Outcome.SUCCESS
                || outcome == Outcome.UNSTABLE) {
            return Optional.empty();
        }
        String agent = build.getBuiltOnStr();
        return agent == null || agent.isEmpty() || !isGone(agent, run)
                ? Optional.empty()
                : Optional.of(new Interruption(Interruption.Kind.AGENT_LOST, agent));
    }

    /** Tests whether the agent is gone. An agent that somebody has taken offline is not: it goes on with its builds. */
    private static boolean isGone(String agent, Run<?, ?> run) {
        Computer computer = Jenkins.get().getComputer(agent);
        if (computer == null) {
            return true;
        }
        VirtualChannel channel = computer.getChannel();
        if (channel instanceof Channel remote && remote.isClosingOrClosed()) {
            // A channel that breaks wakes the build that waits for it before Jenkins takes the agent for offline.
            return true;
        }
        OfflineCause cause = computer.getOfflineCause();
        return computer.isOffline()
                && channel == null
                && cause != null
                && cause.getTimestamp() >= run.getStartTimeInMillis();
    }
}
