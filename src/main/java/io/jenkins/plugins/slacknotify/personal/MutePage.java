package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.POST;
import org.springframework.security.access.AccessDeniedException;

/**
 * The page below a job and each of its builds where one mutes the job for oneself, and finds one's preferences. Each direct message
 * about a build leads there, and so do the side panels, for those who may get direct messages. For signed-in users who may see the job.
 */
public final class MutePage implements Action, StaplerProxy {
    /** The address below that of a job or a build. */
    public static final String URL = "slack-notify-mute";

    private final Job<?, ?> parent;

    @CheckForNull
    private final Run<?, ?> run;

    /** @param run the build below which the page is; null for that below the job */
    private MutePage(Job<?, ?> parent, @CheckForNull Run<?, ?> run) {
        this.parent = parent;
        this.run = run;
    }

    /**
     * {@inheritDoc} Null where the reader needs no link: nobody has signed in, or people get direct messages only where a step names
     * them; those messages lead here. Reads memory only, as every page of a job and a build asks.
     */
    @CheckForNull
    @Override
    public String getIconFileName() {
        return User.current() != null && (notifiesPeople() || isMuted()) ? "symbol-notifications" : null;
    }

    private boolean notifiesPeople() {
        SlackNotifyConfiguration settings = SlackNotifyConfiguration.get();
        return settings.isEnabled()
                && (settings.getPersonal().isEnabled()
                        || RuleScopes.of(parent).nearestFirst().stream()
                                .flatMap(scope -> scope.rules().stream())
                                .anyMatch(rule ->
                                        !rule.isDisabled() && !rule.getPeople().isEmpty()));
    }

    @Override
    public String getDisplayName() {
        return Messages.MutePage_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** The address of the job or the build whose page this is, below the root of Jenkins. */
    public String getBackUrl() {
        return run == null ? parent.getUrl() : run.getUrl();
    }

    /** The name of the job or the build whose page this is. */
    public String getBackName() {
        return run == null ? parent.getFullDisplayName() : run.getFullDisplayName();
    }

    /** The job that is muted: for a promotion, the job whose builds it promotes. */
    public Job<?, ?> getJob() {
        return OwnerJob.of(parent);
    }

    /** Whether the job is muted for the reader, by its name or by a pattern. */
    public boolean isMuted() {
        return !quieting().isEmpty();
    }

    /** The patterns of the reader's quiet jobs that the job matches, besides its own name; those are changed among the preferences. */
    public String getPatterns() {
        return quieting().stream()
                .filter(pattern -> !pattern.equals(getJob().getFullName()))
                .collect(Collectors.joining(", "));
    }

    private List<String> quieting() {
        return Preferences.quieting(new PersonalQuietJobs().of(user().getId()), getJob().getFullName());
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
            return Set.of(new MutePage(target.getParent(), target));
        }
    }

    /** Adds the page to every job. A cell of a matrix is a part of another job and has none. */
    @Extension
    @SuppressWarnings("rawtypes") // so is Job, as a type of actionable things
    public static final class JobFactory extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @NonNull
        @Override
        public Collection<MutePage> createFor(@NonNull Job target) {
            return target.getParent() instanceof Job ? Set.of() : Set.of(new MutePage(target, null));
        }
    }
}
