package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.ExtensionPoint;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.Optional;

/** Knows whose change a job is for, as a pull request is somebody's. */
interface ContributorReader extends ExtensionPoint {
    /** @return empty where the job is for nobody's change in particular */
    Optional<Person> of(Job<?, ?> job);
}
