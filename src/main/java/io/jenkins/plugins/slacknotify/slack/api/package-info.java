/**
 * One call of Slack's Web API: the secrets with which it may be made, the call itself, and the
 * {@link io.jenkins.plugins.slacknotify.slack.api.SlackResult} that it comes to. A call throws nothing that Slack or the
 * network does.
 *
 * <p>It is the only place that can read a token: what reveals one is visible to this package alone. Must not know what any
 * method is called for. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.slack.api;
