/**
 * The way to Slack: one {@link io.jenkins.plugins.slacknotify.slack.SlackClient}, and what it opens, over the Web API.
 *
 * <p>A call returns a {@link io.jenkins.plugins.slacknotify.slack.api.SlackResult} and throws nothing that Slack or the
 * network does: a caller that must neither lose a message nor send one twice has to know which of the five things
 * happened.
 *
 * <p>Of slack-api-client this package takes what is typed: the requests, their form encoding, the names of the methods,
 * the model of blocks and attachments. It neither sends through the SDK's client nor reads answers with the SDK's
 * parser. Loading {@code com.slack.api.SlackConfig}, as each of the SDK's clients does, starts eight threads and reads
 * the proxy from system properties and the environment; and a parse error in a part of the answer that nobody needs
 * would hide that the message was posted.
 *
 * <p>The package and its rooms know nothing else of the plugin. They must not know builds, notifications or the outbox, and
 * {@link io.jenkins.plugins.slacknotify.slack.api} is the only place that can read a token. No Jenkins.
 *
 * <p>Parameters and results are {@link edu.umd.cs.findbugs.annotations.NonNull} unless they are marked
 * {@link edu.umd.cs.findbugs.annotations.CheckForNull}. All types are safe for use by several threads.
 */
package io.jenkins.plugins.slacknotify.slack;
