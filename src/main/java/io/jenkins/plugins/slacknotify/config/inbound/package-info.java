/**
 * The settings of requests from Slack: which Slack apps may send requests to this Jenkins, by which credentials they
 * are known, and what people may ask for. And the seal by which Jenkins knows its own buttons when they come back.
 *
 * <p>Knows {@code config.form}, {@code config.credentials}, the types of {@code inbound} that the settings become, and the seal of {@code
 * message}. Must not know the rest of {@code config}, nor open a connection by itself.
 */
package io.jenkins.plugins.slacknotify.config.inbound;
