/**
 * Fills the ports by which requests from Slack look into jobs and builds, and act on them, always as the account of the person
 * who asks.
 *
 * <p>Knows {@code trigger} for the facts of a build. Must not know how a request came.
 */
package io.jenkins.plugins.slacknotify.control;
