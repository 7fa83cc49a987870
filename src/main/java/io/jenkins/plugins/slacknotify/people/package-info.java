/**
 * Who a build's people are in Slack, and what each of them wants to hear. Knows nothing of Jenkins: accounts come through
 * the port {@link io.jenkins.plugins.slacknotify.people.account.AccountDirectory}.
 */
package io.jenkins.plugins.slacknotify.people;
