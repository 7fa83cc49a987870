package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the stages from which a build can be run again. Reads from disk where it has to, but never much. */
public interface RestartStageReader extends ExtensionPoint {
    /** Returns the names of the stages, in the order of the pipeline; empty where this reader knows none, or the job does not allow it. */
    Optional<List<String>> stagesOf(Run<?, ?> run);

    /**
     * Asks all readers for the stages from which a build can be run again. The first stage is the one that people want: the one that failed
     * first or, where that is none of these, the last that was reached. Never throws.
     *
     * @param failed the stages of the build that failed, the first that failed first
     */
    static List<String> stagesOf(Run<?, ?> run, List<FailedStage> failed) {
        List<String> stages = BestEffort.first(
                        RestartStageReader.class, "stages to run again of ", run, reader -> reader.stagesOf(run))
                .orElse(List.of());
        if (stages.isEmpty()) {
            return List.of();
        }
        String first = failed.stream()
                .map(FailedStage::name)
                .filter(name -> name != null && stages.contains(name))
                .findFirst()
                .orElse(stages.get(stages.size() - 1));
        List<String> sorted = new ArrayList<>(stages);
        sorted.remove(first);
        sorted.add(0, first);
        return sorted;
    }
}
