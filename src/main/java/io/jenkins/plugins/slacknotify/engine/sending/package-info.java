/**
 * The attempts to send notifications: a sender for each kind, the choice between them, and the pace.
 *
 * <p>Called on threads of the outbox, which may block. Knows Slack's gateway, and turns its results into those of the outbox. Must
 * not know how notifications are planned.
 */
package io.jenkins.plugins.slacknotify.engine.sending;
