/** Takes over what the Slack Notification plugin ({@code slack}) was configured to do. */
package io.jenkins.plugins.slacknotify.migration;
