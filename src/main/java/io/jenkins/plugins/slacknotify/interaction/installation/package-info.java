/**
 * The reports that Slack makes by itself: where the app is installed, what its tokens are worth, and what becomes of channels.
 *
 * <p>No Jenkins. The port {@link io.jenkins.plugins.slacknotify.interaction.installation.Installations} passes it on to what
 * sends messages, which this package does not know.
 */
package io.jenkins.plugins.slacknotify.interaction.installation;
