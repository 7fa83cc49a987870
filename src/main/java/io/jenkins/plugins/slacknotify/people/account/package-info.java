/**
 * Accounts of this Jenkins: the port that finds them, and the one-time codes by which an owner proves a Slack member id or
 * e-mail address. It knows {@code people.policy} for the owner's preferences; neither Jenkins nor Slack.
 */
package io.jenkins.plugins.slacknotify.people.account;
