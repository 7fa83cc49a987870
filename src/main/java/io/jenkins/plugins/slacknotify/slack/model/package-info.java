/**
 * The values that go to Slack and come back: messages, files, places, members and bots. The package knows
 * slack-api-client's blocks, and of the plugin only {@link io.jenkins.plugins.slacknotify.slack.http}. It holds no secret. No
 * Jenkins.
 */
package io.jenkins.plugins.slacknotify.slack.model;
