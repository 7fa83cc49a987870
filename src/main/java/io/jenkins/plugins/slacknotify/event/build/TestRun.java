package io.jenkins.plugins.slacknotify.event.build;

import java.time.Instant;
import java.util.List;

/**
 * The memory of the tests of one build.
 *
 * @param build its number
 * @param failed the names of the first tests that failed
 * @param flaky those that failed in the build before, and pass though nothing was changed
 */
public record TestRun(int build, Instant startedAt, List<String> failed, List<String> flaky) {
    public TestRun {
        failed = List.copyOf(failed);
        flaky = List.copyOf(flaky);
    }
}
