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
 * "Slack notifications" beside a job: which rules count for it and why, for whoever may read the configuration of the job, of
 * which they are a part; and what they make of a build of the past, for whoever may change it.
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

    public boolean isMayPreview() {
        return job.hasPermission(Item.CONFIGURE);
    }

    /** Whether nothing is told, whatever the rules are. */
    public boolean isOff() {
        return !SlackNotifyConfiguration.get().isEnabled();
    }

    /** In the order in which they are asked. */
    public List<RuleScopeRow> getScopes() {
        return RuleOverview.of(
                job, RuleScopes.of(job), SlackNotifyConfiguration.get().toEngineSettings());
    }

    /** Shows the page again, with what the rules make of a build. */
    @POST
    public HttpResponse doShow(@QueryParameter String build) {
        job.checkPermission(Item.CONFIGURE);
        return PreviewResponses.on(this, () -> report(build));
    }

    /** The same for a program. */
    @POST
    public HttpResponse doPreview(@QueryParameter String build) {
        job.checkPermission(Item.CONFIGURE);
        return PreviewResponses.asJson(() -> report(build));
    }

    private PreviewReport report(@CheckForNull String build) {
        return PreviewRunner.run(PreviewRunner.findBuild(job, build), null);
    }

    /** Adds the page to every job that is told of: a cell of a matrix is part of another. */
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
