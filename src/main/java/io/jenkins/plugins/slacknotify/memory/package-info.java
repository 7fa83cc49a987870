/**
 * Caches in memory and in files: what others have answered, so that they need not be asked again.
 *
 * <p>The package knows nothing of the plugin. What it keeps can be asked for anew at any time, so it may be lost; what
 * must not be lost belongs in {@code outbox}. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.memory;
