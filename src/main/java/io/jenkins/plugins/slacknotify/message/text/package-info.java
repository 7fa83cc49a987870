/**
 * Handles text in Slack's two markup languages, mrkdwn and Markdown: escapes it, shortens it, splits it into parts, and writes
 * mentions.
 *
 * <p>Knows the limits and the syntax that Slack documents. Must not know builds, phrases or blocks. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.message.text;
