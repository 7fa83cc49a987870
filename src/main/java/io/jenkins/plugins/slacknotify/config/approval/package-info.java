/**
 * The settings of a job about approvals from Slack: by whom, by how many, and when it reminds of a question.
 *
 * <p>Must not know the rest of {@code config}.
 */
package io.jenkins.plugins.slacknotify.config.approval;
