package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.OwnerJob;
import java.util.Collection;
import java.util.Set;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.POST;
import org.springframework.security.access.AccessDeniedException;

/**
 * The page below a build to which each direct message about it leads: where one mutes the job for oneself, and finds one's
 * preferences. For signed-in users who may see the build.
 */
public final class MutePage implements Action, StaplerProxy {
    /** The address below that of a build. */
    public static final String URL = "slack-notify-mute";

    private final Run<?, ?> run;

    MutePage(Run<?, ?> run) {
        this.run = run;
    }

    /** {@inheritDoc} Null, as only messages lead here. */
    @CheckForNull
    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.MutePage_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** The job that is muted: for a promotion, the job whose builds it promotes. */
    public Job<?, ?> getJob() {
        return OwnerJob.of(run.getParent());
    }

    /** Whether the job is muted for the reader. */
    public boolean isMuted() {
        return new PersonalQuietJobs().of(user().getId()).contains(getJob().getFullName());
    }

    /** Lets nobody in who has not signed in; Jenkins then asks for that. */
    @Override
    public Object getTarget() {
        user();
        return this;
    }

    /** Mutes the job for the reader. */
    @POST
    public HttpResponse doMute() {
        new PersonalQuietJobs().add(user().getId(), getJob().getFullName());
        return HttpResponses.redirectToDot();
    }

    /** Ends that the job is muted for the reader. */
    @POST
    public HttpResponse doUnmute() {
        new PersonalQuietJobs().remove(user().getId(), getJob().getFullName());
        return HttpResponses.redirectToDot();
    }

    private static User user() {
        User user = User.current();
        if (user == null) {
            throw new AccessDeniedException(Messages.MutePage_signIn());
        }
        return user;
    }

    /** Adds the page to every build. */
    @Extension
    @SuppressWarnings("rawtypes") // so is Run, as a type of actionable things
    public static final class Factory extends TransientActionFactory<Run> {
        @Override
        public Class<Run> type() {
            return Run.class;
        }

        @NonNull
        @Override
        public Collection<MutePage> createFor(@NonNull Run target) {
            return Set.of(new MutePage(target));
        }
    }
}
