/**
 * Caches in memory and in files, which hold what others have answered so that they need not be asked again; and for how long something
 * that was noted counts.
 *
 * <p>The package knows nothing of the plugin. What it keeps can be asked for anew at any time, so it may be lost; what
 * must not be lost belongs in {@code outbox}. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.memory;
