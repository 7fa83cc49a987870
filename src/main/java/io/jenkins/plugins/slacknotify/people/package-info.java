/**
 * Recipients: which members of a Slack workspace to notify in person of a build. {@link
 * io.jenkins.plugins.slacknotify.people.RecipientFinder} takes the participants of an event and the addressees, finds their
 * accounts, checks their eligibility, and looks them up in Slack.
 *
 * <p>The inner packages do not know this one: {@code account} holds the accounts and the proof of addresses, {@code policy} the
 * decisions of administrators and people, {@code directory} the members of workspaces. Nothing here knows Jenkins: accounts
 * come through the port {@link io.jenkins.plugins.slacknotify.people.account.AccountDirectory}. Nothing here sends messages.
 */
package io.jenkins.plugins.slacknotify.people;
