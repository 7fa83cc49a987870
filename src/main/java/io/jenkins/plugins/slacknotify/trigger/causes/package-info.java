/**
 * Reads why a build runs: the kinds of its causes, who started it, and which earlier build it runs again.
 *
 * <p>Of an installed plugin that runs builds again, an extension names a type in a method, or its cause is told by the name of
 * its class. Must not know what is found out about the build besides.
 */
package io.jenkins.plugins.slacknotify.trigger.causes;
