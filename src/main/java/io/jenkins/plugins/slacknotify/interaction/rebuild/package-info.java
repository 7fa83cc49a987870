/**
 * Runs a build again, stops one that runs, and takes one out of the queue, by the buttons below messages.
 *
 * <p>The port {@link io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildControl} does it in Jenkins. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.rebuild;
