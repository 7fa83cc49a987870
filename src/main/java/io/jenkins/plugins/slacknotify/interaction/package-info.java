/**
 * The meaning of requests from Slack: commands, buttons, modals, the home tab and previews.
 *
 * <p>Each {@link io.jenkins.plugins.slacknotify.interaction.Interaction} handles the requests of one purpose;
 * {@link io.jenkins.plugins.slacknotify.interaction.InteractionDispatcher} finds it. Ports say what they need of Jenkins; the
 * package itself asks for nothing there.
 *
 * <p>The package knows {@code inbound}, {@code people}, {@code message}, {@code slack} and the results of {@code outbox}, not the
 * engine. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction;
