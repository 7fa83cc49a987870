/**
 * A Slack of one's own for tests and for trying things out: speaks the Web API methods that the plugin uses, enforces
 * Slack's rules, plays faults on demand and shows everything in a web page. Shares no code and no constant with the
 * plugin, so that neither can hide the other's mistake.
 */
package io.jenkins.plugins.slacknotify.sandbox;
