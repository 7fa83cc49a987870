/**
 * A durable queue: it keeps an entry on disk in about the time of one write, and tries to send it until that has an
 * end.
 *
 * <p>{@link io.jenkins.plugins.slacknotify.outbox.Outbox} joins two ports: an
 * {@link io.jenkins.plugins.slacknotify.outbox.OutboxStore} keeps the entries, and a
 * {@link io.jenkins.plugins.slacknotify.outbox.Courier} sends them.
 *
 * <p>What it keeps is in {@link io.jenkins.plugins.slacknotify.outbox.delivery}, what is tried next in
 * {@link io.jenkins.plugins.slacknotify.outbox.lane}, and its threads are in
 * {@link io.jenkins.plugins.slacknotify.outbox.thread}. It knows nothing else of the plugin. It must not know what an entry
 * says, what Slack is, or where files are: the store on disk is {@link io.jenkins.plugins.slacknotify.outbox.store}. No
 * Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox;
