package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Change;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Trend;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.StreamSupport;
import jenkins.model.Jenkins;
import jenkins.scm.RunWithSCM;

/** Looks at a run and writes down what is to be seen. Reads older builds of the job from disk where it has to. */
final class RunEvents {
    /** More are never shown, and a change log can have thousands. */
    private static final int CHANGES_KEPT = 100;

    private RunEvents() {}

    /** The build at its end, as a run listener sees it on completion. */
    static BuildEvent completed(Run<?, ?> run) {
        return event(run, false, Duration.ofMillis(run.getDuration()));
    }

    /** The build as it stands, as a step of it sees it. */
    static BuildEvent soFar(Run<?, ?> run, InstantSource clock) {
        Duration duration = Duration.between(Instant.ofEpochMilli(run.getStartTimeInMillis()), clock.instant());
        return event(run, run.isBuilding(), duration);
    }

    private static BuildEvent event(Run<?, ?> run, boolean running, Duration duration) {
        Outcome outcome = Outcomes.of(run);
        Instant started = Instant.ofEpochMilli(run.getStartTimeInMillis());
        return new BuildEvent(
                new EventKey(run.getParent().getFullName(), run.getNumber(), started),
                run.getParent().getFullDisplayName(),
                run.getDisplayName(),
                url(run),
                outcome,
                Trend.of(outcome, new RunHistory(run)),
                running,
                started.plus(duration),
                duration,
                cause(run),
                changes(run),
                List.of());
    }

    @CheckForNull
    private static String url(Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? null : root + run.getUrl();
    }

    @CheckForNull
    private static String cause(Run<?, ?> run) {
        List<Cause> causes = run.getCauses();
        return causes.isEmpty() ? null : causes.get(0).getShortDescription();
    }

    private static List<Change> changes(Run<?, ?> run) {
        if (!(run instanceof RunWithSCM<?, ?> versioned)) {
            return List.of();
        }
        List<Change> changes = versioned.getChangeSets().stream()
                .flatMap(set -> StreamSupport.stream(set.spliterator(), false))
                .map(RunEvents::change)
                .toList();
        return changes.subList(Math.max(0, changes.size() - CHANGES_KEPT), changes.size());
    }

    private static Change change(ChangeLogSet.Entry entry) {
        String summary = entry.getMsg().lines().findFirst().orElse("");
        return new Change(entry.getCommitId(), entry.getAuthor().getDisplayName(), summary);
    }
}
