package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The page "Slack notifications" beside a job: which rules apply to it and why, and what they decide about a past
 * build.
 *
 * <p>Those who may read the job's configuration see the rules, which are a part of it; those who may change it, or a
 * folder around it, can preview a build.
 */
public final class JobPage extends ItemPage {
    private final Job<?, ?> job;

    JobPage(Job<?, ?> job) {
        super(job, Item.EXTENDED_READ);
        this.job = job;
    }

    public Job<?, ?> getJob() {
        return job;
    }

    /**
     * Whether the reader may preview a build: whoever may configure the job, or something around it. Nobody can configure a branch,
     * and on the page of a folder one can preview every job in it.
     */
    public boolean isMayPreview() {
        return isConfigurable(job);
    }

    private static boolean isConfigurable(Item item) {
        return item.hasPermission(Item.CONFIGURE) || item.getParent() instanceof Item around && isConfigurable(around);
    }

    private void checkMayPreview() {
        if (!isMayPreview()) {
            job.checkPermission(Item.CONFIGURE);
        }
    }

    /** Whether notifications are switched off, so that no rule counts. */
    public boolean isOff() {
        return !SlackNotifyConfiguration.get().isEnabled();
    }

    /** The scopes whose rules apply to the job, in the order in which the engine asks them. */
    public List<RuleScopeRow> getScopes() {
        return RuleOverview.of(
                job, RuleScopes.of(job), SlackNotifyConfiguration.get().toEngineSettings());
    }

    /** Shows the page again, with the decisions about a build. */
    @POST
    public HttpResponse doShow(@QueryParameter String build) {
        checkMayPreview();
        return PreviewResponses.on(this, () -> report(build));
    }

    /** Returns the decisions about a build as JSON. */
    @POST
    public HttpResponse doPreview(@QueryParameter String build) {
        checkMayPreview();
        return PreviewResponses.asJson(() -> report(build));
    }

    private PreviewReport report(@CheckForNull String build) {
        return PreviewRunner.run(PreviewRunner.findBuild(job, build), null);
    }

    /**
     * Adds the page to every job whose builds are notified of. A cell of a matrix is a part of another job and has
     * none.
     */
    @Extension
    @SuppressWarnings("rawtypes") // so is Job, as a type of actionable things
    public static final class Factory extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @NonNull
        @Override
        public Collection<JobPage> createFor(@NonNull Job target) {
            return target.getParent() instanceof Job ? Set.of() : Set.of(new JobPage(target));
        }
    }
}
