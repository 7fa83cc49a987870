/**
 * Calls to Slack for a person who waits at a form: the check of a connection, its messages, and the proxy of Jenkins.
 *
 * <p>Knows {@code slack}, the scopes of the app ({@code manifest}) and {@code config.credentials}. Must not know the settings: whoever
 * asks passes in what to check.
 */
package io.jenkins.plugins.slacknotify.config.connection;
