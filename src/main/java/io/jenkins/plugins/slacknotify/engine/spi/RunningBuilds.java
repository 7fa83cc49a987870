package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.util.Set;

/**
 * The port to the builds that run now. The engine asks about once an hour, on a thread of its own, and where somebody asks for a thread.
 */
@FunctionalInterface
public interface RunningBuilds {
    /** No builds, for where nothing has to be remembered for long. */
    RunningBuilds NONE = Set::of;

    /** Returns the builds that run, those among them that wait for somebody's input. */
    Set<BuildKey> keys();
}
