/**
 * The memory of the engine about jobs, beyond Jenkins' own: the verdicts that people were notified of, and under which names
 * jobs had their builds. {@link io.jenkins.plugins.slacknotify.engine.history.JobHistory} is all that others use.
 *
 * <p>In memory, and in small files that are appended to and not forced to disk: what a power cut costs is a "fixed" that
 * nobody hears of.
 */
package io.jenkins.plugins.slacknotify.engine.history;
