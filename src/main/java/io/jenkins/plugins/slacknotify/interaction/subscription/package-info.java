/**
 * What members order and silence in Slack: the commands for subscriptions and mutes, with the port to what knows jobs and
 * settings. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.subscription;
