package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.console.AnnotatedLargeText;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.List;
import java.util.Optional;

/** Reads the stages and steps of a build, each by the id that its pages have in their addresses. */
public interface NodeReader extends ExtensionPoint {
    /** Returns how a stage or step stands; empty where the build has none of that id. */
    Optional<NodeReport> read(Run<?, ?> run, String id);

    /** Returns what a step has logged; empty where it has logged nothing. */
    Optional<AnnotatedLargeText<?>> log(Run<?, ?> run, String id);

    /** Returns the names of the stages in which a running build is at this moment. */
    List<String> current(Run<?, ?> run);

    /** Asks all readers for {@link #read}; never throws. */
    static Optional<NodeReport> report(Run<?, ?> run, String id) {
        return BestEffort.first(NodeReader.class, "stage " + id + " of ", run, nodes -> nodes.read(run, id));
    }

    /** Asks all readers for {@link #log}; never throws. */
    static Optional<AnnotatedLargeText<?>> logOf(Run<?, ?> run, String id) {
        return BestEffort.first(NodeReader.class, "log of " + id + " of ", run, nodes -> nodes.log(run, id));
    }

    /** Asks all readers for {@link #current}; never throws. */
    static List<String> stagesOf(Run<?, ?> run) {
        return BestEffort.first(NodeReader.class, "stages of ", run, nodes -> Optional.of(nodes.current(run)))
                .orElse(List.of());
    }
}
