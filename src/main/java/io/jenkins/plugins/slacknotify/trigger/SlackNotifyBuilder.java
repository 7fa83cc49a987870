package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The build step of a freestyle job: announces the build at its place among the steps, with the result so far. Its options are those of
 * {@link SlackNotifyStep}, and for which events it announces.
 */
public class SlackNotifyBuilder extends Builder {
    private final FreestyleAnnouncement announcement = new FreestyleAnnouncement();

    @DataBoundConstructor
    public SlackNotifyBuilder() {
        // Every option has a setter.
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new SlackNotifyBuilder());
    }

    @CheckForNull
    public String getMessage() {
        return announcement.options().getMessage();
    }

    @DataBoundSetter
    public void setMessage(@CheckForNull String message) {
        announcement.options().setMessage(message);
    }

    @CheckForNull
    public String getMention() {
        return announcement.options().getMention();
    }

    @DataBoundSetter
    public void setMention(@CheckForNull String mention) {
        announcement.options().setMention(mention);
    }

    @CheckForNull
    public String getFile() {
        return announcement.options().getFile();
    }

    @DataBoundSetter
    public void setFile(@CheckForNull String file) {
        announcement.options().setFile(file);
    }

    @CheckForNull
    public String getTitle() {
        return announcement.options().getTitle();
    }

    @DataBoundSetter
    public void setTitle(@CheckForNull String title) {
        announcement.options().setTitle(title);
    }

    @CheckForNull
    public String getChannel() {
        return announcement.options().getChannel();
    }

    @DataBoundSetter
    public void setChannel(@CheckForNull String channel) {
        announcement.options().setChannel(channel);
    }

    @CheckForNull
    public String getTo() {
        return announcement.options().getTo();
    }

    @DataBoundSetter
    public void setTo(@CheckForNull String to) {
        announcement.options().setTo(to);
    }

    @CheckForNull
    public String getSeverity() {
        return announcement.options().getSeverity();
    }

    @DataBoundSetter
    public void setSeverity(@CheckForNull String severity) {
        announcement.options().setSeverity(severity);
    }

    @CheckForNull
    public String getCredentialsId() {
        return announcement.options().getCredentialsId();
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        announcement.options().setCredentialsId(credentialsId);
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

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener console)
            throws AbortException, InterruptedException {
        BuildEvent event = RunEvents.current(build, Clock.systemUTC());
        announcement.announce(UUID.randomUUID().toString(), build, event, console, build.getWorkspace());
        return true;
    }

    /** Offers the step to every kind of freestyle job. */
    @Extension
    @Symbol("slackNotify")
    public static class DescriptorImpl extends FreestyleAnnouncementDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.SlackNotifyBuilder_displayName();
        }
    }
}
