/**
 * The entries of an outbox and their results: an {@link io.jenkins.plugins.slacknotify.outbox.delivery.Entry} that is handed over, the
 * {@link io.jenkins.plugins.slacknotify.outbox.delivery.Delivery} that stands for it with its state, and the
 * {@link io.jenkins.plugins.slacknotify.outbox.delivery.SendResult} of an attempt. Values without threads or files.
 *
 * <p>A delivery changes its state by making another one. Only the outbox does that: a state that nobody writes down is
 * worth nothing. A test of the architecture holds the others to it. The package knows nothing else of the plugin. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox.delivery;
