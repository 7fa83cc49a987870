/**
 * Starts, stops, repeats and claims builds, and tells how they stand, as the account of the person who asks in Slack.
 *
 * <p>Must not know which message or command it was.
 */
package io.jenkins.plugins.slacknotify.control.run;
