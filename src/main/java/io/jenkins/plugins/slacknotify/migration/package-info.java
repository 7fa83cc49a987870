/**
 * The import of settings of the Slack Notification plugin ({@code slack}): its section of the System page, and its post-build action.
 *
 * <p>Knows the XML of that plugin, not its classes, and {@code config}, into whose types it translates. Must not know how rules are
 * evaluated or messages are sent.
 */
package io.jenkins.plugins.slacknotify.migration;
