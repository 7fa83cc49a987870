package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * A build that runs.
 *
 * @param name the build's name for people, such as {@code #12}
 * @param running how long it has run
 * @param usual how long such a build takes; null where nothing is known
 * @param waitsForInput whether it waits for somebody's answer
 * @param own whether the account that asks has started it
 */
public record BuildProgress(
        JobReference job,
        BuildReference build,
        String name,
        Duration running,
        @CheckForNull Duration usual,
        boolean waitsForInput,
        boolean own) {}
