package io.jenkins.plugins.slacknotify.trigger.blame;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import io.jenkins.plugins.slacknotify.trigger.findings.TestReportReader;
import java.util.List;
import java.util.Optional;

/**
 * An older build of the job.
 *
 * <p>It counts as having broken tests where more of them failed than in the build before. Jenkins keeps that number
 * with the build; reading whole reports of many builds takes longer than a build should be held for. So a build that
 * fixes as many tests as it breaks is missed.
 */
public record PastSuspectBuild(Run<?, ?> run) implements SuspectBuild {
    @Override
    public Optional<Outcome> verdict() {
        return run.isBuilding()
                ? Optional.empty()
                : Optional.of(Outcomes.of(run)).filter(Outcome::isVerdict);
    }

    @Override
    public List<Person> committers() {
        return PastCommitters.of(run);
    }

    @Override
    public boolean brokeTests() {
        Run<?, ?> before = run.getPreviousBuild();
        return before != null && TestReportReader.failures(run) > TestReportReader.failures(before);
    }
}
