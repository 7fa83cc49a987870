/**
 * The origin of a request from Slack: app, workspace, member, channel, transport, and how it can be answered.
 *
 * <p>The package knows nothing else of the plugin. It must not know what a request asks for. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.origin;
