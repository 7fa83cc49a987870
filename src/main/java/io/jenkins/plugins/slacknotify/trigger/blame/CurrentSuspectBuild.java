package io.jenkins.plugins.slacknotify.trigger.blame;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.trigger.commits.Commits;
import io.jenkins.plugins.slacknotify.trigger.findings.TestReportReader;
import java.util.List;
import java.util.Optional;

/**
 * The build that is told of, with the outcome that it has so far, whether it still runs or not. Its test report was written
 * just now, so it is asked for the tests that began to fail.
 */
public record CurrentSuspectBuild(Run<?, ?> run, Outcome outcome, Commits commits) implements SuspectBuild {
    @Override
    public Optional<Outcome> verdict() {
        return Optional.of(outcome).filter(Outcome::isVerdict);
    }

    @Override
    public List<Person> committers() {
        return commits.people().toList();
    }

    @Override
    public boolean brokeTests() {
        return TestReportReader.anyBeganToFail(run);
    }
}
