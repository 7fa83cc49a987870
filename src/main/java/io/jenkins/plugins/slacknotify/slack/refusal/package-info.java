/**
 * Slack's no: its error codes, what each says about a request, and how a person fixes it.
 *
 * <p>{@code remedies.properties} has the sentences. The package knows {@link io.jenkins.plugins.slacknotify.slack.http}
 * only. It must not know who called Slack, nor what happens to a refused message. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.slack.refusal;
