/**
 * The notifications that wait to be sent: {@link io.jenkins.plugins.slacknotify.engine.notification.Notification}, sealed, a class a kind;
 * its ties to earlier messages; and the ids of deliveries.
 *
 * <p>Values alone. Knows neither how they are stored, nor how a message is written or sent.
 */
package io.jenkins.plugins.slacknotify.engine.notification;
