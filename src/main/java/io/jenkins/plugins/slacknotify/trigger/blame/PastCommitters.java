package io.jenkins.plugins.slacknotify.trigger.blame;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.trigger.commits.Commits;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The people of the commits of builds that have ended. The change logs of a build are read once, as long as Jenkins has that build in
 * memory: a job that stays bad would make each of its builds read those of all builds before, which took a tenth of a second for
 * fifty builds with a hundred commits each.
 *
 * <p>Safe for use by many threads.
 */
final class PastCommitters {
    private static final Map<Run<?, ?>, List<Person>> BY_BUILD = Collections.synchronizedMap(new WeakHashMap<>());

    private PastCommitters() {}

    /**
     * Returns the people whose commits a past build has built, each person once. Never throws: what cannot be read is logged and left out.
     */
    static List<Person> of(Run<?, ?> run) {
        List<Person> known = BY_BUILD.get(run);
        if (known != null) {
            return known;
        }
        List<Person> read = Commits.of(run).people().distinct().toList();
        if (!run.isBuilding()) {
            BY_BUILD.put(run, read);
        }
        return read;
    }
}
