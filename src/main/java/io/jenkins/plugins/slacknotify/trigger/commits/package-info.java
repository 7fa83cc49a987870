/**
 * Reads the commits that a build has built, and their authors, from whatever source control plugins are installed.
 *
 * <p>No such plugin has to be there. An extension that needs one names a type of it in a method, so that Jenkins quietly
 * leaves the extension out where the plugin is missing. Must not ask a server or the security realm.
 */
package io.jenkins.plugins.slacknotify.trigger.commits;
