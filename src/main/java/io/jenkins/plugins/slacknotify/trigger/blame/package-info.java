/**
 * Finds the people of a build: who broke the job, who may be responsible for its state, who started the build, and who
 * committed.
 *
 * <p>Knows commits and findings, and older builds of the job. Must not know who is notified of them: people and rules
 * decide that.
 */
package io.jenkins.plugins.slacknotify.trigger.blame;
