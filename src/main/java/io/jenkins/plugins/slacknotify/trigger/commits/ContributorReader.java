package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.ExtensionPoint;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.Optional;

/** Reads whose change a job is for, such as the author of a pull request. */
interface ContributorReader extends ExtensionPoint {
    /** Returns the contributor; empty where the job is for no change of a particular person. */
    Optional<Person> of(Job<?, ?> job);
}
