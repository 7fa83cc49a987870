/**
 * The choice of the delivery that is tried next, and of its time: lanes that go on side by side, and the order within one.
 *
 * <p>The {@link io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher} holds all lanes in memory and gives them to threads. It
 * must not know how a delivery is sent, nor where it is kept: it asks
 * {@link io.jenkins.plugins.slacknotify.outbox.lane.Attempts}. The package knows the values of
 * {@link io.jenkins.plugins.slacknotify.outbox.delivery} and the threads of
 * {@link io.jenkins.plugins.slacknotify.outbox.thread}. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox.lane;
