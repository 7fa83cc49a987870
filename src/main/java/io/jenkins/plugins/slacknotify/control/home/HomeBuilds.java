package io.jenkins.plugins.slacknotify.control.home;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.interaction.home.HomeBuild;
import io.jenkins.plugins.slacknotify.lifecycle.act.BuildClaim;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import io.jenkins.plugins.slacknotify.trigger.input.WaitingQuestion;
import java.time.Instant;
import jenkins.model.Jenkins;

/** Describes builds for home tabs, by what is in memory of them: reads no older builds, and no log. */
final class HomeBuilds {
    private HomeBuilds() {}

    static HomeBuild running(Run<?, ?> run, Milestone milestone) {
        return build(
                builder(run, Outcome.SUCCESS).running(true).milestone(milestone).build(), BuildKeys.startedAt(run));
    }

    static HomeBuild waiting(Run<?, ?> run, WaitingQuestion asked) {
        HomeBuild build = running(run, Milestone.waitingFor(asked.question()));
        return new HomeBuild(build.event(), build.severity(), build.since(), asked.since());
    }

    /** @param since when its job became bad */
    static HomeBuild bad(Run<?, ?> run, Instant since) {
        String claimedBy = BuildClaim.of(run).map(BuildClaim::name).orElse(null);
        return build(
                builder(run, Outcomes.of(run))
                        .findings(Findings.builder().claimedBy(claimedBy).build())
                        .build(),
                since);
    }

    private static HomeBuild build(BuildEvent event, Instant since) {
        return new HomeBuild(
                event, SlackNotifyConfiguration.get().toEngineSettings().rate(event), since);
    }

    private static BuildEvent.Builder builder(Run<?, ?> run, Outcome outcome) {
        String root = Jenkins.get().getRootUrl();
        return BuildEvent.builder(BuildKeys.of(run), outcome)
                .jobName(run.getParent().getFullDisplayName())
                .buildName(run.getDisplayName())
                .url(root == null ? null : root + run.getUrl());
    }
}
