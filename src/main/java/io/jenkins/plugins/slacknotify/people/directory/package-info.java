/**
 * The members of Slack workspaces: the port that finds a member by address or id, and its implementation over {@code slack},
 * which remembers the answers in memory and in one file for each workspace. It knows {@code slack} and {@code memory}; it knows
 * neither builds nor accounts nor Jenkins, and does not decide whom to notify.
 */
package io.jenkins.plugins.slacknotify.people.directory;
