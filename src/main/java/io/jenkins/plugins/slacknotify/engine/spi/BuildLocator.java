package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;

/**
 * The port to the pages of builds. The engine asks when it writes a message, on a thread that may block: the message may have
 * waited, and its build be deleted or its job be moved since.
 */
@FunctionalInterface
public interface BuildLocator {
    /** A locator that knows no build. */
    BuildLocator NONE = build -> new BuildLocation.Unknown();

    /** Finds the page of a build, by the present name of its job. */
    BuildLocation locate(BuildKey build);
}
