/**
 * The answers of Jenkins when people act in Slack: the sockets over which requests come, the views that open, and the answers to
 * the address that a request names. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.slack.interactivity;
