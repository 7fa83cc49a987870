package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What the build step and the post-build action have in common: the options, and for which builds they count. */
final class FreestyleAnnouncement {
    /** Only where the build has to fail on errors, because then it has to know of them. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final AnnouncementOptions options = new AnnouncementOptions();

    /** The ids of event kinds; empty for every build. */
    private List<String> when = new ArrayList<>();

    AnnouncementOptions options() {
        return options;
    }

    List<String> getWhen() {
        return List.copyOf(when);
    }

    /** Kept as the form writes them, which would lose any other spelling on saving; what is no kind is kept to complain of. */
    void setWhen(@CheckForNull List<String> when) {
        this.when = when == null
                ? new ArrayList<>()
                : when.stream()
                        .map(FreestyleAnnouncement::canonicalId)
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String canonicalId(String kind) {
        try {
            return EventKind.parseCompletion(kind).id();
        } catch (IllegalArgumentException unknown) {
            return kind;
        }
    }

    /**
     * Copies the file to show while the workspace is there, for what is said later under that id, or not.
     *
     * @param workspace null where there is none
     */
    void copyFile(String id, Job<?, ?> job, TaskListener console, @CheckForNull FilePath workspace)
            throws InterruptedException {
        Announcer announcer = new Announcer(options, job, console);
        announcer.copyFile(id, workspace);
        announcer.printFileProblem();
    }

    /** The same as the other method, with a file of that workspace. */
    void announce(String id, Job<?, ?> job, BuildEvent event, TaskListener console, @CheckForNull FilePath workspace)
            throws AbortException, InterruptedException {
        Announcer announcer = new Announcer(options, job, console);
        announcer.copyFile(id, workspace);
        announce(announcer, id, event);
    }

    /**
     * @param id see {@link io.jenkins.plugins.slacknotify.engine.planning.Announcement#id()}
     * @throws AbortException where the build has to fail on errors and there was one
     */
    void announce(String id, Job<?, ?> job, BuildEvent event, TaskListener console) throws AbortException {
        announce(new Announcer(options, job, console), id, event);
    }

    private void announce(Announcer announcer, String id, BuildEvent event) throws AbortException {
        try {
            if (!appliesTo(event)) {
                announcer.releaseFile(id);
                return;
            }
        } catch (IllegalArgumentException unknownKind) {
            announcer.releaseFile(id);
            announcer.reportProblem("Not sent: " + unknownKind.getMessage());
            return;
        }
        List<DeliveryHandle> told = announcer.handOver(id, event, List.of(), false);
        if (options.isFailOnError()) {
            announcer.awaitDeliveries(told, TIMEOUT).toCompletableFuture().join();
            announcer.reportUndelivered(told);
        }
    }

    private boolean appliesTo(BuildEvent event) {
        return when.isEmpty() || !Collections.disjoint(AnnouncementOptions.kinds(when), event.kinds());
    }
}
