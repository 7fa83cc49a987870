/**
 * Settings of direct messages: the administrator's decisions, and the preferences that a user can have.
 *
 * <p>Knows {@code people} and {@code config.form}. Must not know rules, destinations or credentials, nor who a user is in Slack;
 * {@code personal} knows that.
 */
package io.jenkins.plugins.slacknotify.config.people;
