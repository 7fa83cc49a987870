package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * How far a running build is, for a message that follows it.
 *
 * @param stages those that it has reached, in their order; the last ones, at most {@value #STAGES_KEPT}; possibly empty, never null
 */
public record LiveProgress(List<Stage> stages) {
    public static final int STAGES_KEPT = 30;

    public LiveProgress {
        stages = List.copyOf(stages.subList(Math.max(0, stages.size() - STAGES_KEPT), stages.size()));
    }

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public record Stage(String name, State state) {
        private static final int MAX_NAME = 60;

        public Stage {
            requireNonNull(state, "state");
            name = Excerpt.truncate(requireNonNull(name, "name"), MAX_NAME);
        }
    }
}
