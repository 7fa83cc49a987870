/**
 * The store of the outbox on disk: deliveries as lines of JSON in a journal.
 *
 * <p>Everything about the format of a stored delivery is in
 * {@link io.jenkins.plugins.slacknotify.outbox.store.StoredDelivery}. The package knows the port and the values of
 * {@link io.jenkins.plugins.slacknotify.outbox}, the {@link io.jenkins.plugins.slacknotify.outbox.journal} and Gson. It
 * must not know how an outbox sends, nor what a payload says. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox.store;
