/**
 * Figures about what comes in from Slack, for pages and alerts.
 *
 * <p>The package knows {@link io.jenkins.plugins.slacknotify.inbound.origin} and
 * {@link io.jenkins.plugins.slacknotify.inbound.request} only. It must not decide anything. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.status;
