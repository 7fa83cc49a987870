/**
 * Reads the questions of pipelines that wait for {@code input}, and what became of them.
 *
 * <p>Its readers need the plugin of that step, so only extensions that are left out without it may name them. Must not know who
 * is told, nor who answers.
 */
package io.jenkins.plugins.slacknotify.trigger.input;
