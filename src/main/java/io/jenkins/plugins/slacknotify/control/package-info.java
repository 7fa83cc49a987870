/**
 * Fills the ports by which requests from Slack look into jobs and builds, and act on them, always as the account of the person
 * who asks. Here: whose eyes look, which jobs and builds they find, and what is written down of an act.
 *
 * <p>Knows {@code trigger} for the facts of a build. Must not know how a request came.
 */
package io.jenkins.plugins.slacknotify.control;
