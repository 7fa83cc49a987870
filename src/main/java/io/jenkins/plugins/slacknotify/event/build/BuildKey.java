package io.jenkins.plugins.slacknotify.event.build;

import java.time.Instant;

/**
 * The permanent identity of a build. The time of its start is a part of it because a job that was deleted and created anew
 * counts its builds from 1 again.
 *
 * @param job the full name of the job, folders included
 * @param build the number of the build, from 1
 * @param startedAt when the build started
 */
public record BuildKey(String job, int build, Instant startedAt) {
    @Override
    public String toString() {
        return job + " #" + build;
    }
}
