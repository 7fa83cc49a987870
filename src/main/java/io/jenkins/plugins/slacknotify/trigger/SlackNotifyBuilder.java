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
import io.jenkins.plugins.slacknotify.trigger.AnnouncementOptions.Text;
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
