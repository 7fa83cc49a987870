/**
 * The people of a build, as the build names them, and the addressees that a job or the administrator chooses among them.
 * Nothing here proves who somebody is: that is the task of {@code people}.
 *
 * <p>It knows {@code event.text} alone: neither Jenkins accounts nor Slack.
 */
package io.jenkins.plugins.slacknotify.event.participants;
