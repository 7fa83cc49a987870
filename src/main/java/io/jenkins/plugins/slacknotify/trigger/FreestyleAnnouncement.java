package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.text.AddressPasswords;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.templates.BuildVariables;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The announcement of a freestyle job, behind the build step and the post-build action: its options, the builds that it
 * is for, and how it is handed over.
 *
 * <p>The two have nothing but accessors of their own. Jenkins looks for the setters of an option in the type and its
 * superclasses, and a build step and a post-build action have no superclass in common that could have them.
 */
final class FreestyleAnnouncement {
    private static final Logger LOGGER = Logger.getLogger(FreestyleAnnouncement.class.getName());

    /**
     * The time to wait for Slack's answer. Only a build that has to fail on errors waits, because it has to know of
     * them.
     */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final AnnouncementOptions options = new AnnouncementOptions();

    /** The ids of event kinds; empty for every build. */
    private List<String> when = new ArrayList<>();

    private Object readResolve() {
        return XmlDefaults.complete(this, new FreestyleAnnouncement());
    }

    AnnouncementOptions options() {
        return options;
    }

    List<String> getWhen() {
        return List.copyOf(when);
    }

    /**
     * Sets the event kinds in the spelling of the form, which would lose any other on saving. An unknown kind is kept,
     * and reported later.
     */
    void setWhen(@CheckForNull List<String> when) {
        this.when = FormLists.stripped(when).stream()
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
     * Copies the file to show while the workspace is there, for an announcement that may follow under that id.
     *
     * @param workspace null where there is none
     */
    void copyFile(String id, Run<?, ?> run, TaskListener console, @CheckForNull FilePath workspace)
            throws InterruptedException {
        Announcer announcer = announcer(run, console);
        announcer.copyFile(id, workspace);
        announcer.printFileProblem();
    }

    /** Copies the file as above, unless the announcement is not for such a build. */
    void copyFile(String id, Run<?, ?> run, BuildEvent event, TaskListener console, @CheckForNull FilePath workspace)
            throws InterruptedException {
        if (isPossible(event)) {
            copyFile(id, run, console, workspace);
        }
    }

    /**
     * Announces a build with a file of the given workspace.
     *
     * @param id see {@link io.jenkins.plugins.slacknotify.engine.planning.Announcement#id()}
     * @param workspace null where there is none
     * @throws AbortException where the build has to fail on errors and there was one
     * @throws InterruptedException where the build is stopped while it waits for Slack
     */
    void announce(String id, Run<?, ?> run, BuildEvent event, TaskListener console, @CheckForNull FilePath workspace)
            throws AbortException, InterruptedException {
        Announcer announcer = announcer(run, console);
        if (isPossible(event)) {
            announcer.copyFile(id, workspace);
        }
        announce(announcer, id, event, options.isFailOnError());
    }

    /**
     * Announces a build that is over, with the file that was copied before, if any. Waits for nothing, and fails nothing.
     *
     * @param id see {@link io.jenkins.plugins.slacknotify.engine.planning.Announcement#id()}
     * @param run null where Jenkins has lost the build; then most of its variables stay as they are written
     */
    void announceAfterwards(
            String id, Job<?, ?> job, @CheckForNull Run<?, ?> run, BuildEvent event, TaskListener console)
            throws InterruptedException {
        AnnouncementOptions known = run == null
                ? expanded(BuildVariables.ofLostBuild(job, event.key().build()))
                : expanded(run, console);
        try {
            announce(new Announcer(known.withoutFailing(), job, console), id, event, false);
        } catch (AbortException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Announcer announcer(Run<?, ?> run, TaskListener console) throws InterruptedException {
        return new Announcer(expanded(run, console), run.getParent(), console);
    }

    /**
     * Returns the options with the values of the build's parameters and variables, which none of them shows that is secret.
     * In a message they mention nobody, link nowhere, and hold no password in an address, such as that of a repository: whoever starts a build
     * chooses them, or a plugin.
     */
    private AnnouncementOptions expanded(Run<?, ?> run, TaskListener console) throws InterruptedException {
        if (!options.hasVariables()) {
            return options;
        }
        try {
            return expanded(BuildVariables.of(run, console));
        } catch (IOException | RuntimeException | LinkageError e) {
            // Other plugins add variables, and may have any fault.
            LOGGER.log(Level.WARNING, e, () -> "Could not read the variables of " + run);
            String reason =
                    e instanceof IOException ? e.getMessage() : e.getClass().getName();
            BuildConsole.print(
                    console, "Of the build's variables, only parameters, job and number are known: " + reason);
            return expanded(BuildVariables.ofParameters(run));
        }
    }

    private AnnouncementOptions expanded(BuildVariables variables) {
        UnaryOperator<String> shown = value -> Mrkdwn.escape(AddressPasswords.mask(value));
        return options.expanded(variables.map(shown)::expand, variables::expand).withoutColours();
    }

    private void announce(Announcer announcer, String id, BuildEvent event, boolean waits)
            throws AbortException, InterruptedException {
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
        List<DeliveryHandle> handles = announcer.handOver(id, event, List.of(), false);
        if (waits) {
            await(announcer, handles);
            announcer.reportUndelivered(handles);
        }
    }

    /** Waits in a way that a build which is stopped ends at once. */
    private static void await(Announcer announcer, List<DeliveryHandle> handles) throws InterruptedException {
        try {
            announcer.awaitDeliveries(handles, TIMEOUT).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not wait for Slack", e.getCause());
        }
    }

    /** Whether the announcement is for that build, so that its file has to be copied, perhaps from an agent. */
    private boolean isPossible(BuildEvent event) {
        try {
            return appliesTo(event);
        } catch (IllegalArgumentException unknownKind) {
            return false;
        }
    }

    private boolean appliesTo(BuildEvent event) {
        return when.isEmpty() || !Collections.disjoint(AnnouncementOptions.kinds(when), event.kinds());
    }
}
