/**
 * The account of the member of Slack who asks: the port to linked accounts, the refusals with their sentences, and one-time addresses for
 * linking.
 *
 * <p>It knows {@code inbound} for where a request comes from. Must not know what is asked for. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.account;
