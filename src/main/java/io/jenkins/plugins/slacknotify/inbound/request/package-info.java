/**
 * The requests of Slack: a type for each kind of request, with the fields that are needed and no others.
 *
 * <p>The package knows {@link io.jenkins.plugins.slacknotify.inbound.origin} only. It must not know how requests are read,
 * kept or answered. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.request;
