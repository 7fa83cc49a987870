/**
 * Puts into words what happened to a build: the phrases in {@code phrases.properties}, and the renderers that make headline, body,
 * footer and lists of them.
 *
 * <p>Knows {@code event} and the room {@code text}. Must not know blocks, attachments or templates: what it renders is mrkdwn. No
 * Jenkins.
 */
package io.jenkins.plugins.slacknotify.message.wording;
