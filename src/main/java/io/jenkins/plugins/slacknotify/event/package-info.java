/**
 * Events: immutable values that describe one build at one moment, what kind of event that is, and how severe. A build is
 * compared here with the builds before it ({@link io.jenkins.plugins.slacknotify.event.Trend}) and rated
 * ({@link io.jenkins.plugins.slacknotify.event.SeverityPolicy}).
 *
 * <p>The inner packages hold the parts of an event, and do not know this one: {@code build} the facts about the build,
 * {@code participants} its people, {@code text} the handling of text. Nothing here knows Jenkins, Slack, threads or files, so
 * a plain unit test can try every rule of these packages.
 */
package io.jenkins.plugins.slacknotify.event;
