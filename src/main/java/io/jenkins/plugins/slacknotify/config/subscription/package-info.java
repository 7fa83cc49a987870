/** The settings of subscriptions that people make in Slack, and the way to those subscriptions. */
package io.jenkins.plugins.slacknotify.config.subscription;
