/**
 * Answers as the bot, for requests that cannot be answered where Slack has asked.
 *
 * <p>No Jenkins. Its port {@link io.jenkins.plugins.slacknotify.interaction.answer.BotConnections} finds the bot of an
 * installation.
 */
package io.jenkins.plugins.slacknotify.interaction.answer;
