/**
 * Calls extensions and other plugins, whose faults must not reach the build.
 *
 * <p>Every room of trigger may know this one; it knows none of them.
 */
package io.jenkins.plugins.slacknotify.trigger.extension;
