package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Person;
import io.jenkins.plugins.slacknotify.trigger.commits.Commits;
import java.util.List;
import java.util.Optional;

/**
 * The build that is told of, with the outcome that it has so far, whether it still runs or not. Its test report was written
 * just now, so it is asked for the tests that began to fail.
 */
record LatestSuspect(Run<?, ?> run, Outcome outcome, Commits commits) implements Suspect {
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
        return TestReports.anyBeganToFail(run);
    }
}
