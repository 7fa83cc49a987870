/**
 * Acts that people ask for in Slack: kept on disk before they are acknowledged, done once, and answered.
 *
 * <p>{@link io.jenkins.plugins.slacknotify.inbound.act.ActQueue} keeps them by the mechanism of
 * {@link io.jenkins.plugins.slacknotify.outbox}; two ports do and answer them. The package must not know how requests come
 * in, nor what an act does in Jenkins. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.act;
