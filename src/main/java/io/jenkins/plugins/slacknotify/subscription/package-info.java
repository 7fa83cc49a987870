/**
 * The orders and silences of people in Slack: subscriptions, which are rules that a member has made for a
 * channel, and mutes. Both are kept in files of their own in the home of Jenkins. No Jenkins; it checks no permission.
 */
package io.jenkins.plugins.slacknotify.subscription;
