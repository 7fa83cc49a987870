/** The preferences of direct messages as a form in Slack: the same that stand on the person's own page. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.preferences;
