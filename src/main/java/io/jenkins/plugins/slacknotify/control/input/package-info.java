/**
 * Looks up and answers the {@code input} steps that wait, as the account of the person who presses a button in Slack.
 *
 * <p>Loaded only where the plugin of the step is there.
 */
package io.jenkins.plugins.slacknotify.control.input;
