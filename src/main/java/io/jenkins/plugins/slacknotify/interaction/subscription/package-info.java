/**
 * The subscriptions and mutes of members in Slack: the commands and forms for subscriptions and mutes, with the port to what knows jobs and
 * settings. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.subscription;
