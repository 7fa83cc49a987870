/**
 * Users' own settings: who they are in Slack, with proof, and what they want to be notified of; and the accounts of this Jenkins for the
 * engine.
 *
 * <p>Knows {@code people}, whose port {@code AccountDirectory} it implements, the security realm, the mailer plugin and {@code config}.
 * Must not know builds: {@code trigger} and the engine decide who is notified of them.
 */
package io.jenkins.plugins.slacknotify.personal;
