/**
 * Workspaces, destinations, templates and rules as they are stored and shown in forms: for the system, a folder or a job.
 *
 * <p>Knows {@code routing}, into whose types it converts, {@code config.form} and {@code config.credentials}. Must not know the global
 * settings; where it needs them, {@code config} implements one of its extension points.
 */
package io.jenkins.plugins.slacknotify.config.rules;
