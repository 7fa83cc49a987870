/**
 * Answers the questions of pipelines that wait: approves, rejects, and asks for parameters in a form.
 *
 * <p>The port {@link io.jenkins.plugins.slacknotify.interaction.approval.InputControl} does it in Jenkins. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.approval;
