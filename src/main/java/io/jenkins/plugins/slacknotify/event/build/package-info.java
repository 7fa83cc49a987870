/**
 * The facts about one build: which build it is ({@link io.jenkins.plugins.slacknotify.event.build.BuildKey}), how it ended
 * ({@link io.jenkins.plugins.slacknotify.event.build.Outcome}), what was changed, and what else was found out
 * ({@link io.jenkins.plugins.slacknotify.event.build.Findings}). Immutable values of bounded size.
 *
 * <p>It knows {@code event.text} alone: neither Jenkins nor Slack, and not the event that it is a part of.
 */
package io.jenkins.plugins.slacknotify.event.build;
