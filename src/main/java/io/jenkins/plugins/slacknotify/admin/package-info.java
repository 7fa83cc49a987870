/**
 * Pages and alerts for administrators: the deliveries, the problems that keep messages from Slack and where to fix them,
 * and the Slack app with its scopes.
 *
 * <p>Reads the engine that lifecycle holds, and the configuration; sends and decides nothing. Must not know trigger and
 * preview.
 */
package io.jenkins.plugins.slacknotify.admin;
