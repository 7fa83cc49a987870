package io.jenkins.plugins.slacknotify.trigger.blame;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.trigger.commits.Commits;
import io.jenkins.plugins.slacknotify.trigger.findings.TestReportReader;
import java.util.List;
import java.util.Optional;

/**
 * The build that the event is about, running or not, with its outcome so far.
 *
 * <p>Its test report has just been written, so this class looks into it for tests that began to fail.
 */
public record CurrentSuspectBuild(Run<?, ?> run, Outcome outcome, Commits commits) implements SuspectBuild {
    @Override
    public Optional<Outcome> verdict() {
        return Optional.of(outcome).filter(Outcome::isVerdict);
    }

    @Override
    public List<Person> committers() {
        return commits.people().distinct().toList();
    }

    @Override
    public boolean brokeTests() {
        return TestReportReader.anyBeganToFail(run);
    }
}
