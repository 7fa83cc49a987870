package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The page "Slack notifications" beside a folder: what all rules, including the folder's own, decide about a past build
 * in it.
 *
 * <p>For those who may configure the folder.
 */
public final class FolderPage extends ItemPage {
    private final Item folder;
    private final ItemGroup<?> group;

    private FolderPage(Item folder, ItemGroup<?> group) {
        super(folder, Item.CONFIGURE);
        this.folder = folder;
        this.group = group;
    }

    public Item getFolder() {
        return folder;
    }

    /** The problems of the folder's own destinations and rules, each with what to do. Those around it are for others to fix. */
    public List<String> getProblems() {
        RuleScopes scopes = RuleScopes.of(folder);
        return scopes.nearest().owner().equals(folder.getFullName()) ? scopes.problems(RuleScopes::mayRead) : List.of();
    }

    /** The names below the folder of the first jobs that the reader may see, in order. */
    public List<String> getJobs() {
        return JobLookup.offered(group);
    }

    /** Shows the page again, with the decisions about a build. */
    @POST
    public HttpResponse doShow(@QueryParameter String job, @QueryParameter String build) {
        folder.checkPermission(Item.CONFIGURE);
        return PreviewResponses.on(this, () -> report(job, build));
    }

    /** Returns the decisions about a build as JSON. */
    @POST
    public HttpResponse doPreview(@QueryParameter String job, @QueryParameter String build) {
        folder.checkPermission(Item.CONFIGURE);
        return PreviewResponses.asJson(() -> report(job, build));
    }

    private PreviewReport report(@CheckForNull String job, @CheckForNull String build) {
        return PreviewRunner.run(PreviewRunner.findBuild(job(Util.fixNull(job).strip()), build), null);
    }

    /** Finds a job by its name below the folder, as the page offers it, or else by its full name; none that the reader may not see. */
    private Job<?, ?> job(String name) {
        Job<?, ?> below = JobLookup.find(prefix() + name);
        Job<?, ?> found = below == null ? JobLookup.find(name) : below;
        if (found == null || !found.getFullName().startsWith(prefix())) {
            throw new BuildNotFoundException(
                    name.isEmpty()
                            ? Messages.FolderPage_whichJob()
                            : Messages.FolderPage_noJob(name, folder.getFullName()));
        }
        return found;
    }

    private String prefix() {
        return folder.getFullName() + "/";
    }

    /**
     * Adds the page to every group that holds jobs and can be configured. A job that consists of jobs has the page of a
     * job.
     */
    @Extension
    @SuppressWarnings("rawtypes") // so is ItemGroup, as a type of actionable things
    public static final class Factory extends TransientActionFactory<ItemGroup> {
        @Override
        public Class<ItemGroup> type() {
            return ItemGroup.class;
        }

        @NonNull
        @Override
        public Collection<FolderPage> createFor(@NonNull ItemGroup target) {
            return target instanceof Item folder && !(target instanceof Job)
                    ? Set.of(new FolderPage(folder, target))
                    : Set.of();
        }
    }
}
