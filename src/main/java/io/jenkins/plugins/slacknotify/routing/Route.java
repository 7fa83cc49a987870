package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.Severity;

/**
 * One destination to notify of a build, and how.
 *
 * @param options how its message is presented
 * @param severity of the build, as the rule rates it that leads there
 */
public record Route(Destination destination, MessageOptions options, Severity severity) {}
