/**
 * Why a delivery waits, as a fact: the code of a {@linkplain io.jenkins.plugins.slacknotify.outbox.delivery.Note note}, which the
 * outbox keeps and does not interpret.
 *
 * <p>Knows notes and the errors of Slack. Must not know what is sent. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.engine.reason;
