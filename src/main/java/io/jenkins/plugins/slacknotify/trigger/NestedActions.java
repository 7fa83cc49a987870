package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.trigger.running.RunningBuildRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The post-build actions that a build has reached inside of a step of another plugin: in a promotion, behind a condition, or of
 * another job. The job of the build does not list them, so nobody but their own turn says that they are there.
 *
 * <p>Found even where the job, or a folder of it, gets another name meanwhile. Kept in memory until the build is over. Safe for use by many
 * threads, as the cells of a matrix reach one action each.
 */
final class NestedActions {
    private static final Map<BuildKey, List<SlackNotifyPublisher>> REACHED = new ConcurrentHashMap<>();

    private NestedActions() {}

    /**
     * Notes that a build has reached an action.
     *
     * @return its place among those that the build has reached, from 0; the same where it was reached before
     */
    static int reached(Run<?, ?> run, SlackNotifyPublisher action) {
        List<SlackNotifyPublisher> known = REACHED.compute(RunningBuildRegistry.originalKey(run), (build, before) -> {
            List<SlackNotifyPublisher> now = before == null ? new ArrayList<>() : new ArrayList<>(before);
            if (!now.contains(action)) {
                now.add(action);
            }
            return List.copyOf(now);
        });
        return known.indexOf(action);
    }

    static List<SlackNotifyPublisher> of(Run<?, ?> run) {
        return REACHED.getOrDefault(RunningBuildRegistry.originalKey(run), List.of());
    }

    /** Forgets the actions of a build that has ended. */
    static void forget(Run<?, ?> run) {
        if (!REACHED.isEmpty()) {
            REACHED.remove(RunningBuildRegistry.originalKey(run));
        }
    }
}
