package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.Severity;

/**
 * That a destination hears of a build.
 *
 * @param severity as the rule rates it that said so
 */
public record Route(Destination destination, MessageOptions options, Severity severity) {}
