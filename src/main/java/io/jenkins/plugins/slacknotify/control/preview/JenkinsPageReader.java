package io.jenkins.plugins.slacknotify.control.preview;

import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.control.ReadableQueue;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage;
import io.jenkins.plugins.slacknotify.interaction.preview.LinkContext;
import io.jenkins.plugins.slacknotify.interaction.preview.PageContent;
import io.jenkins.plugins.slacknotify.interaction.preview.PageReader;
import io.jenkins.plugins.slacknotify.interaction.preview.PreviewTerms;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import java.time.Clock;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Reads what the pages of this Jenkins show. Safe for use by many threads. */
public final class JenkinsPageReader implements PageReader {
    private final ChannelTerms terms;
    private final BuildContents builds;
    private final ItemContents items;
    private final Clock clock;

    public JenkinsPageReader(BotConnections bots, SlackGateway gateway, Clock clock) {
        this.terms = new ChannelTerms(new ChannelLookup(bots, gateway, clock));
        this.builds = new BuildContents(terms, clock);
        this.items = new ItemContents(terms);
        this.clock = clock;
    }

    @Override
    public Optional<String> rootUrl() {
        return Optional.ofNullable(Jenkins.get().getRootUrl());
    }

    @Override
    public Optional<PageContent> read(String account, JenkinsPage page, LinkContext place) {
        return AsAccount.find(account, () -> read(page, place));
    }

    private Optional<PageContent> read(JenkinsPage page, LinkContext place) {
        if (page instanceof JenkinsPage.BuildPage build) {
            return ReadableJobs.find(build.job())
                    .flatMap(job -> ReadableJobs.run(job, build.build()))
                    .flatMap(run -> build(run, build.part(), place));
        }
        if (page instanceof JenkinsPage.QueuePage queued) {
            return Optional.ofNullable(Queue.getInstance().getItem(queued.id())).flatMap(item -> queued(item, place));
        }
        return page instanceof JenkinsPage.ViewPage view
                ? items.view(view, place)
                : item((JenkinsPage.ItemPage) page, place);
    }

    /** Reads the page of a job as that of its newest build, or the page of a group. */
    private Optional<PageContent> item(JenkinsPage.ItemPage page, LinkContext place) {
        Optional<Job<?, ?>> job = ReadableJobs.find(page.item());
        if (job.isEmpty()) {
            return items.group(page.item(), place);
        }
        Run<?, ?> last = job.get().getLastBuild();
        if (last == null) {
            return isHidden(job.get(), place) ? Optional.empty() : Optional.of(items.job(job.get(), place));
        }
        BuildPart part = page.subpage().equals("changes") ? new BuildPart.Changes() : new BuildPart.Whole();
        return build(last, part, place);
    }

    private Optional<PageContent> build(Run<?, ?> run, BuildPart part, LinkContext place) {
        return isHidden(run.getParent(), place) ? Optional.empty() : Optional.of(builds.of(run, part, place));
    }

    private static boolean isHidden(Job<?, ?> job, LinkContext place) {
        return !place.isPersonal() && PrivateJobs.now().contains(job);
    }

    /**
     * An item that has left the queue is shown as the build that it became, or as one that was taken out, for as long as Jenkins knows
     * that.
     */
    private Optional<PageContent> queued(Queue.Item item, LinkContext place) {
        if (item instanceof Queue.LeftItem left && left.getExecutable() instanceof Run<?, ?> run) {
            return ReadableJobs.find(run.getParent().getFullName())
                    .flatMap(job -> build(run, new BuildPart.Whole(), place));
        }
        boolean isToBecomeABuild = item instanceof Queue.LeftItem left && !left.isCancelled();
        return item.task instanceof Job<?, ?> task && !isToBecomeABuild
                ? ReadableJobs.find(task.getFullName())
                        .filter(job -> !isHidden(job, place))
                        .map(job -> queued(item, job, terms.of(job, place).look()))
                : Optional.empty();
    }

    private PageContent queued(Queue.Item item, Job<?, ?> job, PreviewTerms look) {
        return item instanceof Queue.LeftItem
                ? new PageContent.OfDequeued(ReadableJobs.reference(job), look)
                : new PageContent.OfQueue(ReadableQueue.describe(item, job, clock.instant()), look);
    }
}
