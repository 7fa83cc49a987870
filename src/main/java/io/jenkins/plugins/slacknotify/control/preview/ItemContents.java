package io.jenkins.plugins.slacknotify.control.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractItem;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.View;
import hudson.model.ViewGroup;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage;
import io.jenkins.plugins.slacknotify.interaction.preview.LinkContext;
import io.jenkins.plugins.slacknotify.interaction.preview.PageContent;
import io.jenkins.plugins.slacknotify.interaction.preview.PageContent.OfItem.Kind;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.findings.AuthoredText;
import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;

/**
 * Reads what folders, projects, views, and jobs without builds show, as the user of this thread. Loads no build but the newest of a
 * project's branch that matters most.
 */
final class ItemContents {
    private final ChannelTerms terms;

    ItemContents(ChannelTerms terms) {
        this.terms = terms;
    }

    PageContent job(Job<?, ?> job, LinkContext place) {
        JobReference reference = ReadableJobs.reference(job);
        return new PageContent.OfItem(
                Kind.JOB,
                reference.displayName(),
                reference.url(),
                null,
                0,
                0,
                null,
                terms.of(job, place).look());
    }

    /** Reads a folder, or a project with branches. */
    Optional<PageContent> group(String fullName, LinkContext place) {
        return ReadableJobs.findGroup(fullName).map(group -> group(group, place));
    }

    private PageContent group(Item item, LinkContext place) {
        ItemGroup<?> group = (ItemGroup<?>) item;
        boolean isPersonal = place.isPersonal();
        List<Job<?, ?>> jobs = jobs(group.getAllItems(Item.class), isPersonal);
        Optional<Job<?, ?>> primary = ReadableJobs.primaryBranch(item.getFullName())
                .flatMap(branch -> ReadableJobs.find(branch.fullName()))
                .filter(branch -> isPersonal || !PrivateJobs.now().contains(branch));
        String root = Jenkins.get().getRootUrl();
        return new PageContent.OfItem(
                primary.isPresent() || isOfBranches(jobs) ? Kind.PROJECT : Kind.FOLDER,
                group.getFullDisplayName(),
                root == null ? null : root + item.getUrl(),
                item instanceof AbstractItem described ? AuthoredText.plain(described.getDescription()) : null,
                jobs.size(),
                running(jobs),
                primary.map(ItemContents::lastEnd).orElse(null),
                terms.of(item, place).look());
    }

    private static boolean isOfBranches(List<Job<?, ?>> jobs) {
        return !jobs.isEmpty() && RunFindings.branch(jobs.get(0)) != null;
    }

    @CheckForNull
    private static BuildEvent lastEnd(Job<?, ?> job) {
        Run<?, ?> last = job.getLastCompletedBuild();
        return last == null ? null : RunEvents.past(last).withoutParticipants();
    }

    Optional<PageContent> view(JenkinsPage.ViewPage page, LinkContext place) {
        Optional<ViewGroup> owner = page.group().isEmpty()
                ? Optional.<ViewGroup>of(Jenkins.get()).filter(jenkins -> ReadableJobs.mayReadJenkins())
                : ReadableJobs.findGroup(page.group())
                        .filter(ViewGroup.class::isInstance)
                        .map(ViewGroup.class::cast);
        Optional<View> view = Optional.empty();
        for (String name : page.names()) {
            view = owner.map(group -> group.getView(name)).filter(found -> found.hasPermission(View.READ));
            owner = view.filter(ViewGroup.class::isInstance).map(ViewGroup.class::cast);
        }
        return view.map(found -> view(found, place));
    }

    private PageContent view(View view, LinkContext place) {
        List<Job<?, ?>> jobs = jobs(view.getItems(), place.isPersonal());
        String root = Jenkins.get().getRootUrl();
        return new PageContent.OfItem(
                Kind.VIEW,
                view.getDisplayName(),
                root == null ? null : root + view.getUrl(),
                AuthoredText.plain(view.getDescription()),
                jobs.size(),
                running(jobs),
                null,
                terms.of(null, place).look());
    }

    private static List<Job<?, ?>> jobs(Collection<? extends Item> items, boolean isPersonal) {
        PrivateJobs hidden = PrivateJobs.now();
        return items.stream()
                .filter(Job.class::isInstance)
                .<Job<?, ?>>map(item -> (Job<?, ?>) item)
                .filter(job -> job.hasPermission(Item.READ))
                .filter(job -> isPersonal || !hidden.contains(job))
                .toList();
    }

    private static int running(List<Job<?, ?>> jobs) {
        Set<Job<?, ?>> shown = new HashSet<>(jobs);
        return (int) RunningRuns.all().stream()
                .map(Run::getParent)
                .filter(shown::contains)
                .count();
    }
}
