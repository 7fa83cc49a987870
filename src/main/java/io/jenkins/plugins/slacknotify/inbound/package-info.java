/**
 * Inbound requests: what Slack asks of this Jenkins, verified, understood, kept and acknowledged.
 *
 * <p>Two transports, {@link io.jenkins.plugins.slacknotify.inbound.http} and
 * {@link io.jenkins.plugins.slacknotify.inbound.socket}, end at one
 * {@link io.jenkins.plugins.slacknotify.inbound.InboundGate}. Two ports do what is asked for: a
 * {@link io.jenkins.plugins.slacknotify.inbound.RequestHandler} at once, and an
 * {@link io.jenkins.plugins.slacknotify.inbound.act.ActHandler} for what is kept.
 *
 * <p>The rooms, each of which knows only those in the rows below it:
 *
 * <pre>
 * http        socket                    the two transports
 * inbound                               the gate
 * parsing     act        status         from bytes to requests; what is kept; figures
 * request     app                       what is asked for; for whom
 * origin                                where it comes from
 * </pre>
 *
 * <p>The package knows {@code slack}, {@code memory} and {@code outbox}. It must not know who somebody is in Jenkins, nor
 * what a request means there. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound;
