package io.jenkins.plugins.slacknotify.control;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.PermalinkProjectAction.Permalink;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/**
 * The jobs that the user of this thread may read; called within {@link AsAccount#call}. Parts of a job, such as the cells of a
 * matrix, are none.
 */
public final class ReadableJobs {
    private ReadableJobs() {}

    /** Returns all of them, in no order; none where the user may not read Jenkins. */
    public static List<JobReference> all() {
        return mayReadJenkins()
                ? Jenkins.get().getAllItems(Job.class).stream()
                        .filter(TopLevelItem.class::isInstance)
                        .map(ReadableJobs::reference)
                        .toList()
                : List.of();
    }

    /** Finds a job; empty where there is none of that name, or the user may not read it. */
    public static Optional<Job<?, ?>> find(String fullName) {
        return item(fullName, Job.class).map(job -> (Job<?, ?>) job);
    }

    /** Finds a folder, or a project with branches. */
    public static Optional<Item> findGroup(String fullName) {
        return item(fullName, Item.class).filter(ItemGroup.class::isInstance);
    }

    /** Finds a build; empty where there is none, or the user may not read its job. */
    public static Optional<Run<?, ?>> find(BuildReference build) {
        return find(build.job()).flatMap(job -> Optional.ofNullable(job.getBuildByNumber(build.number())));
    }

    /** Finds a build of a job that the user may read: by its number, or where a permalink leads at this moment. */
    public static Optional<Run<?, ?>> run(Job<?, ?> job, BuildSelector selector) {
        if (selector instanceof BuildSelector.Number number) {
            return Optional.ofNullable(job.getBuildByNumber(number.number()));
        }
        Permalink permalink = job.getPermalinks().get(((BuildSelector.Permalink) selector).id());
        return permalink == null ? Optional.empty() : Optional.ofNullable(permalink.resolve(job));
    }

    /**
     * Returns whether the user may read a job and each folder around it. Jenkins itself checks the folders only when a job is
     * looked up by name.
     */
    public static boolean isReadable(Job<?, ?> job) {
        return job.hasPermission(Item.READ) && find(job.getFullName()).isPresent();
    }

    /**
     * Returns whether a pattern for full names names nothing that the user may not read: neither the one job, nor the folder in which
     * the others are. A pattern follows a job that is renamed, so whoever has written it need not know the name that it has now.
     */
    public static boolean mayReadNamesIn(String pattern) {
        String name = pattern.startsWith("!") ? pattern.substring(1) : pattern;
        int star = name.indexOf('*');
        String item = star < 0 ? name : name.substring(0, Math.max(0, name.lastIndexOf('/', star)));
        return item.isEmpty() || item(item, Item.class).isPresent();
    }

    /** Finds the branch that the source of a project names as the one that matters most. */
    public static Optional<JobReference> primaryBranch(String project) {
        return item(project, Item.class)
                .filter(ItemGroup.class::isInstance)
                .flatMap(group -> ((ItemGroup<?>) group)
                        .getItems().stream()
                                .filter(Job.class::isInstance)
                                .map(job -> (Job<?, ?>) job)
                                .filter(ReadableJobs::isPrimary)
                                .findFirst()
                                .map(ReadableJobs::reference));
    }

    private static boolean isPrimary(Job<?, ?> job) {
        Branch branch = RunFindings.branch(job);
        return branch != null && branch.primary();
    }

    /** Finds an item that the user may read. Jenkins throws where the user may only discover it, which counts as not found. */
    private static <T extends Item> Optional<T> item(String fullName, Class<T> type) {
        try {
            return mayReadJenkins()
                    ? Optional.ofNullable(Jenkins.get().getItemByFullName(fullName, type))
                            .filter(item -> item.hasPermission(Item.READ))
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the user may see anything of this Jenkins. */
    public static boolean mayReadJenkins() {
        return Jenkins.get().hasPermission(Jenkins.READ);
    }

    /** Describes a job that the user may read. */
    public static JobReference reference(Job<?, ?> job) {
        return new JobReference(job.getFullName(), job.getFullDisplayName(), address(job));
    }

    @CheckForNull
    private static String address(Job<?, ?> job) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? null : root + job.getUrl();
    }
}
