/**
 * Jobs and builds, as an account sees them: the port {@code BuildControl}, what it takes and returns, and how a job is found
 * by what a person types.
 *
 * <p>It knows {@code event} for the facts of a build. Must not know commands and buttons. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.build;
