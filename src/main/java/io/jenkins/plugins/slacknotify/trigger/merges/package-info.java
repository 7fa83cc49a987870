/**
 * Finds the commits that a branch has only because somebody has merged the primary branch of its project into it, by what git knows in
 * the workspace.
 *
 * <p>Knows Git and multibranch projects, and no people. Its types other than {@code MergedCommits} need the git plugin.
 */
package io.jenkins.plugins.slacknotify.trigger.merges;
