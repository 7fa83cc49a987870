/**
 * The transport by which this Jenkins calls Slack and listens: Socket Mode, for a Jenkins that Slack cannot reach.
 *
 * <p>The package must not know what a request asks for: envelopes end at the
 * {@link io.jenkins.plugins.slacknotify.inbound.InboundGate}, as signed HTTP requests do. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.socket;
