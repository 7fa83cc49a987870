/**
 * The way from an event or an announcement to notifications in the outbox: who gets what, and in which order.
 *
 * <p>Called on threads of builds. Reads the settings and the outbox; must ask neither Slack nor a security realm, and must not
 * write messages.
 */
package io.jenkins.plugins.slacknotify.engine.planning;
