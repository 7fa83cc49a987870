/**
 * The calls of a bot: one {@link io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway} posts and changes messages, finds what
 * it has posted, and looks up channels and members. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.slack.gateway;
