/**
 * The transport by which Slack calls this Jenkins: signed HTTP requests.
 *
 * <p>It knows no servlet: a thin skin makes an {@link io.jenkins.plugins.slacknotify.inbound.http.HttpRequest} of one, and
 * sends the {@link io.jenkins.plugins.slacknotify.inbound.http.HttpReply}. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.http;
