package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Action;
import hudson.model.BuildListener;
import hudson.model.Executor;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.ModelObject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Notifier;
import hudson.tasks.Publisher;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.text.NameUuid;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.trigger.AnnouncementOptions.Text;
import io.jenkins.plugins.slacknotify.trigger.event.NestedJobs;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.running.RunningBuildRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The post-build action: announces a freestyle or matrix build when it has completed, with the result that all other
 * actions have left.
 *
 * <p>Its options are those of {@link SlackNotifyBuilder}.
 *
 * <p>{@link SlackRunListener} has it announce, not the action's own turn. Only where the build has to fail on errors it
 * announces in its turn, because a completed build can no longer fail.
 *
 * <p>Other plugins run it inside of steps of their own: Promoted Builds as an action of a promotion, Flexible Publish behind a condition,
 * Template Project as an action of another job. The job does not list it then. So its turn notes it in {@link NestedActions}, and the rest
 * is the same.
 */
public class SlackNotifyPublisher extends Notifier {
    private final FreestyleAnnouncement announcement = new FreestyleAnnouncement();

    /** The job that lists this action, or did before its configuration was changed while a build ran; null for none. */
    private transient volatile ModelObject listedBy;

    @DataBoundConstructor
    public SlackNotifyPublisher() {
        // Every option has a setter.
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new SlackNotifyPublisher());
    }

    @CheckForNull
    public String getMessage() {
        return announcement.options().get(Text.MESSAGE);
    }

    @DataBoundSetter
    public void setMessage(@CheckForNull String message) {
        announcement.options().set(Text.MESSAGE, message);
    }

    @CheckForNull
    public String getMention() {
        return announcement.options().get(Text.MENTION);
    }

    @DataBoundSetter
    public void setMention(@CheckForNull String mention) {
        announcement.options().set(Text.MENTION, mention);
    }

    @CheckForNull
    public String getFile() {
        return announcement.options().get(Text.FILE);
    }

    @DataBoundSetter
    public void setFile(@CheckForNull String file) {
        announcement.options().set(Text.FILE, file);
    }

    @CheckForNull
    public String getTitle() {
        return announcement.options().get(Text.TITLE);
    }

    @DataBoundSetter
    public void setTitle(@CheckForNull String title) {
        announcement.options().set(Text.TITLE, title);
    }

    @CheckForNull
    public String getChannel() {
        return announcement.options().get(Text.CHANNEL);
    }

    @DataBoundSetter
    public void setChannel(@CheckForNull String channel) {
        announcement.options().set(Text.CHANNEL, channel);
    }

    @CheckForNull
    public String getTo() {
        return announcement.options().get(Text.TO);
    }

    @DataBoundSetter
    public void setTo(@CheckForNull String to) {
        announcement.options().set(Text.TO, to);
    }

    @CheckForNull
    public String getSeverity() {
        return announcement.options().get(Text.SEVERITY);
    }

    @DataBoundSetter
    public void setSeverity(@CheckForNull String severity) {
        announcement.options().set(Text.SEVERITY, severity);
    }

    @CheckForNull
    public String getCredentialsId() {
        return announcement.options().get(Text.CREDENTIALS_ID);
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        announcement.options().set(Text.CREDENTIALS_ID, credentialsId);
    }

    public boolean isFailOnError() {
        return announcement.options().isFailOnError();
    }

    @DataBoundSetter
    public void setFailOnError(boolean failOnError) {
        announcement.options().setFailOnError(failOnError);
    }

    /** The ids of the event kinds to announce; empty for every build. */
    public List<String> getWhen() {
        return announcement.getWhen();
    }

    @DataBoundSetter
    public void setWhen(@CheckForNull List<String> when) {
        announcement.setWhen(when);
    }

    static List<SlackNotifyPublisher> of(Job<?, ?> job) {
        return job instanceof AbstractProject<?, ?> project
                ? project.getPublishersList().getAll(SlackNotifyPublisher.class)
                : List.of();
    }

    /**
     * Returns the links that this action adds to the page of a job, which are none. Jenkins asks the actions that a job lists
     * for them when it has read or saved the job, so this is where an action learns that it is one of those.
     */
    @Override
    public Collection<? extends Action> getProjectActions(AbstractProject<?, ?> project) {
        if (of(project).contains(this)) {
            // A matrix asks for each of its cells, too, which list what the matrix lists.
            listedBy = NestedJobs.isNested(project) ? (ModelObject) project.getParent() : project;
        }
        return super.getProjectActions(project);
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener console)
            throws AbortException, InterruptedException {
        boolean isPart = NestedJobs.isNested(build.getProject());
        boolean isNested = !isListedBy(build.getProject());
        AbstractBuild<?, ?> whole = isPart && isNested ? build.getRootBuild() : build;
        if (whole == null || (isPart && !isNested)) {
            return true;
        }
        if (isNested) {
            NestedActions.reached(whole, this);
        }
        if (announcesInItsTurn(whole.getProject()) || (isNested && !whole.isBuilding())) {
            // The completion of a build that is over by now has been reported already.
            announceInItsTurn(whole, console);
        } else if (getFile() != null && whole == build) {
            // When the build has completed, its workspace may be another build's already.
            announcement.copyFile(announcementId(build), build, console, build.getWorkspace());
        }
        return true;
    }

    /** Whether the action stands in the configuration of a job itself. The cells of a matrix have that of the matrix. */
    private boolean isListedBy(AbstractProject<?, ?> job) {
        return job == listedBy || job.getParent() == listedBy || of(job).contains(this);
    }

    /** Announces the build. Where somebody stops the build meanwhile, the build ends as aborted: Jenkins itself would mark it as failed. */
    private void announceInItsTurn(AbstractBuild<?, ?> build, BuildListener console) throws AbortException {
        BuildEvent event = RunEvents.current(build, Clock.systemUTC());
        try {
            announcement.announce(announcementId(build), build, event, console, build.getWorkspace());
        } catch (InterruptedException stopped) {
            Executor executor = build.getExecutor();
            build.setResult(executor == null ? Result.ABORTED : executor.abortResult());
            if (executor != null) {
                executor.recordCauseOfInterruption(build, console);
            }
        }
    }

    /** Announces a build that has completed. Called once for a build; never fails it. */
    void completed(Run<?, ?> run, TaskListener console) {
        if (announcesInItsTurn(run.getParent())) {
            return;
        }
        String id = announcementId(run);
        BuildEvent event = RunEvents.completed(run);
        try {
            if (isOfJobs(run.getParent()) && run instanceof AbstractBuild<?, ?> build) {
                copyFile(id, build, event, console);
            }
            announcement.announceAfterwards(id, run.getParent(), run, event, console);
        } catch (InterruptedException stopped) {
            BuildConsole.print(console, "Not sent: somebody stopped the build after its end.");
        }
    }

    /**
     * Copies the file of a build that is over. Whoever stops it now ends that, and nothing else: the build has its result. With the
     * thread still interrupted, Jenkins could not save the build ({@code hudson.util.FileChannelWriter}).
     */
    private void copyFile(String id, AbstractBuild<?, ?> build, BuildEvent event, TaskListener console) {
        try {
            announcement.copyFile(id, build, event, console, build.getWorkspace());
        } catch (InterruptedException stopped) {
            BuildConsole.print(console, "Without the file: somebody stopped the build while it was copied.");
        }
    }

    /**
     * Announces a build during which Jenkins died, unless that was done before. No file is copied any more.
     *
     * @param run null where Jenkins has lost the build; then its variables are not known
     */
    void cutOff(Job<?, ?> job, @CheckForNull Run<?, ?> run, BuildEvent event, TaskListener console) {
        BuildKey build = EngineLifecycle.get().engine().jobs().original(event.key());
        String id = announcementId(build, of(job).indexOf(this));
        try {
            announcement.announceAfterwards(id, job, run, event, console);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this action announces in its turn. A job of jobs announces on completion, whatever is set. */
    private boolean announcesInItsTurn(Job<?, ?> job) {
        return isFailOnError() && !isOfJobs(job);
    }

    /**
     * Whether a job consists of jobs. The builds of a matrix call the actions that it lists in its cells only, never in the build
     * that is announced.
     */
    private static boolean isOfJobs(Job<?, ?> job) {
        return job instanceof ItemGroup;
    }

    /**
     * Returns the id of the announcement, the same from the action's turn to the build's end: it comes from the
     * action's place among the job's actions, or among those that the build has reached elsewhere. A name that the job gets meanwhile
     * changes nothing.
     */
    private String announcementId(Run<?, ?> run) {
        int place = of(run.getParent()).indexOf(this);
        return announcementId(
                RunningBuildRegistry.originalKey(run),
                place >= 0 ? place : "nested " + NestedActions.of(run).indexOf(this));
    }

    private static String announcementId(BuildKey build, Object place) {
        String name =
                build.job() + "#" + build.build() + "\n" + build.startedAt().toEpochMilli() + "\n" + place;
        return NameUuid.of(name).toString();
    }

    /** Offers the action to every kind of freestyle job. */
    @Extension
    @Symbol("slackNotify")
    public static class DescriptorImpl extends FreestyleAnnouncementDescriptor<Publisher> {
        public DescriptorImpl() {
            addHelpFileRedirect("when", SlackNotifyBuilder.class, "when");
        }

        @Override
        public String getDisplayName() {
            return Messages.SlackNotifyPublisher_displayName();
        }
    }
}
