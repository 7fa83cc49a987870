/**
 * How an app comes to be: made of a manifest, installed by OAuth, and the secrets that Slack gives out for that. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.slack.app;
