/**
 * Shows messages as HTML, for the pages of Jenkins, in nearly the look that they have in Slack.
 *
 * <p>Knows messages and mrkdwn. Must not know Jenkins, Slack's API or the pages that show the result.
 */
package io.jenkins.plugins.slacknotify.message.html;
