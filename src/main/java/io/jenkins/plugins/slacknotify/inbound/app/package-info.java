/**
 * The Slack apps whose requests are taken, and how their signatures are checked.
 *
 * <p>The package knows {@link io.jenkins.plugins.slacknotify.inbound.origin} only. It must not know where secrets are
 * configured, nor what a request says. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.app;
