package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.model.Executor;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Notifier;
import hudson.tasks.Publisher;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.trigger.event.NestedJobs;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The post-build action: announces a freestyle or matrix build when it has completed, with the result that all other
 * actions have left.
 *
 * <p>{@link SlackRunListener} has it announce, not the action's own turn. Only where the build has to fail on errors it
 * announces in its turn, because a completed build can no longer fail.
 */
public class SlackNotifyPublisher extends Notifier {
    private final FreestyleAnnouncement announcement = new FreestyleAnnouncement();

    @DataBoundConstructor
    public SlackNotifyPublisher() {
        // Every option has a setter.
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new SlackNotifyPublisher());
    }

    /** The message in mrkdwn; null for the message about the build itself. */
    @CheckForNull
    public String getMessage() {
        return announcement.options().getMessage();
    }

    @DataBoundSetter
    public void setMessage(@CheckForNull String message) {
        announcement.options().setMessage(message);
    }

    /**
     * The people whom Slack notifies of the message, separated by commas or white space; null for nobody but who
     * follows the channel.
     */
    @CheckForNull
    public String getMention() {
        return announcement.options().getMention();
    }

    @DataBoundSetter
    public void setMention(@CheckForNull String mention) {
        announcement.options().setMention(mention);
    }

    /** The path of a file in the workspace to show with the message; null for none. */
    @CheckForNull
    public String getFile() {
        return announcement.options().getFile();
    }

    @DataBoundSetter
    public void setFile(@CheckForNull String file) {
        announcement.options().setFile(file);
    }

    /** The title above the file; null for its name. */
    @CheckForNull
    public String getTitle() {
        return announcement.options().getTitle();
    }

    @DataBoundSetter
    public void setTitle(@CheckForNull String title) {
        announcement.options().setTitle(title);
    }

    /**
     * The channels, separated by commas or white space; null for the system channel, or for none where people are
     * notified.
     */
    @CheckForNull
    public String getChannel() {
        return announcement.options().getChannel();
    }

    @DataBoundSetter
    public void setChannel(@CheckForNull String channel) {
        announcement.options().setChannel(channel);
    }

    /**
     * The addressees: groups of people, ids of accounts and e-mail addresses, separated by commas or white space; null
     * for nobody.
     */
    @CheckForNull
    public String getTo() {
        return announcement.options().getTo();
    }

    @DataBoundSetter
    public void setTo(@CheckForNull String to) {
        announcement.options().setTo(to);
    }

    /** The severity; null to rate the build. */
    @CheckForNull
    public String getSeverity() {
        return announcement.options().getSeverity();
    }

    @DataBoundSetter
    public void setSeverity(@CheckForNull String severity) {
        announcement.options().setSeverity(severity);
    }

    /** The id of the credential with the token; null for the token of the global configuration. */
    @CheckForNull
    public String getCredentialsId() {
        return announcement.options().getCredentialsId();
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        announcement.options().setCredentialsId(credentialsId);
    }

    /** Whether the build fails where Slack does not take the message. It then waits for Slack's answer. */
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

    /** Returns the Slack post-build actions of a run's job. */
    static List<SlackNotifyPublisher> of(Run<?, ?> run) {
        return run.getParent() instanceof AbstractProject<?, ?> project
                ? project.getPublishersList().getAll(SlackNotifyPublisher.class)
                : List.of();
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener console)
            throws AbortException, InterruptedException {
        if (NestedJobs.isNested(build.getProject())) {
            return true;
        }
        if (announcesInItsTurn(build.getProject())) {
            announceInItsTurn(build, console);
        } else if (getFile() != null) {
            // When the build has completed, its workspace may be another build's already.
            announcement.copyFile(announcementId(build), build, console, build.getWorkspace());
        }
        return true;
    }

    /** Announces, and ends as a step does where somebody stops the build: Jenkins takes an interrupted action for a failed one. */
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
        try {
            if (!announcesInItsTurn(run.getParent())) {
                announcement.announce(announcementId(run), run, RunEvents.completed(run), console);
            }
        } catch (AbortException e) {
            console.getLogger().println(e.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether this action announces in its turn. In a job of jobs the turn comes in each of those, so it announces on
     * completion, whatever is set.
     */
    private boolean announcesInItsTurn(Job<?, ?> job) {
        return isFailOnError() && !(job instanceof ItemGroup);
    }

    /**
     * Returns the id of the announcement, the same from the action's turn to the build's end: it comes from the
     * action's place among the job's actions.
     */
    private String announcementId(Run<?, ?> run) {
        String name = run.getExternalizableId() + "\n" + run.getStartTimeInMillis() + "\n" + of(run).indexOf(this);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
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
