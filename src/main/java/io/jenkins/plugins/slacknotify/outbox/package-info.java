/**
 * What must not be lost: a queue on disk that takes an entry in about the time of one write, and tries to send it until
 * that has an end.
 *
 * <p>Nothing here knows what an entry says or how it travels. {@link io.jenkins.plugins.slacknotify.outbox.Outbox} joins
 * two ports: an {@link io.jenkins.plugins.slacknotify.outbox.OutboxStore}, which keeps, and a
 * {@link io.jenkins.plugins.slacknotify.outbox.Courier}, which sends.
 */
package io.jenkins.plugins.slacknotify.outbox;
