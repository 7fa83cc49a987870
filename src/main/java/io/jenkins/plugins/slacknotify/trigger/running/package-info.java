/**
 * Watches builds while they run, and reports milestones to the engine: they start, wait for input, get an answer, or
 * take far longer than usual.
 *
 * <p>Knows how a run becomes an event. Must not know the steps and listeners of the package above.
 */
package io.jenkins.plugins.slacknotify.trigger.running;
