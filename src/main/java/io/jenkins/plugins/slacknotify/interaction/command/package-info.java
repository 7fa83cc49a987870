/**
 * Commands: what members type after the slash command, in a message to the app, or in a mention of it.
 *
 * <p>Each {@link io.jenkins.plugins.slacknotify.interaction.command.Command} does one thing, as the account of the member;
 * {@link io.jenkins.plugins.slacknotify.interaction.command.CommandInteraction} reads what was typed, finds out who asks, and
 * calls it. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.command;
