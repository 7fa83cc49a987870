/**
 * Files and folders that are read, forced to disk and locked on threads that may be interrupted. The package knows
 * nothing of the plugin. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox.disk;
