/**
 * The Slack app that this plugin speaks through: its manifest, its scopes, and whether a token has them. No Jenkins, and no
 * calls to Slack.
 */
package io.jenkins.plugins.slacknotify.manifest;
