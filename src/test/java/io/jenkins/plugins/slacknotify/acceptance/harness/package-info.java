/**
 * Starts a real Jenkins in a process of its own and talks to it the way people do: over HTTP and in a browser. Knows
 * nothing of Slack.
 */
package io.jenkins.plugins.slacknotify.acceptance.harness;
