/**
 * Files that are read and forced to disk on threads that may be interrupted. The package knows nothing of the plugin.
 * No Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox.disk;
