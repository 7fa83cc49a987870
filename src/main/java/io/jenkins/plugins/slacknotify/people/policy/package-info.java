/**
 * The decisions about notifications in person: the administrator's ({@link
 * io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy}), each person's own ({@link
 * io.jenkins.plugins.slacknotify.people.policy.Preferences}), and the validation of what they enter. It knows {@code event}
 * alone: neither accounts nor Slack nor Jenkins.
 */
package io.jenkins.plugins.slacknotify.people.policy;
