package io.jenkins.plugins.slacknotify.trigger.blame;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Optional;

/** A build as the search for whoever broke a job sees it. Each answer may have to be read from disk. */
public interface SuspectBuild {
    /** Empty while the build runs, and where it was aborted or not built. */
    Optional<Outcome> verdict();

    /** Who changed what it has built. */
    List<Person> committers();

    /** Whether a test began to fail in it. */
    boolean brokeTests();
}
