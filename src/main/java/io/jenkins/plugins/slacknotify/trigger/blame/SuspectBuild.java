package io.jenkins.plugins.slacknotify.trigger.blame;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Optional;

/** A build as {@link BlameAnalysis} sees it. Each method may read from disk. */
public interface SuspectBuild {
    /** Returns the outcome; empty while the build runs, and where it was aborted or not built. */
    Optional<Outcome> verdict();

    List<Person> committers();

    boolean brokeTests();
}
