/**
 * The view that people have of deliveries: the rows of the deliveries page, the reasons for which messages wait, and the problems that
 * administrators fix.
 *
 * <p>Knows notifications, receipts and the notes on deliveries. Must not know how a problem came about.
 */
package io.jenkins.plugins.slacknotify.engine.report;
