package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.engine.report.NamePlace;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.page.SlackPage;
import io.jenkins.plugins.slacknotify.page.list.ElementAddress;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** The links to where the name of a channel stands, for administrators, who correct it there. */
final class ChannelPlaceLinks {
    private ChannelPlaceLinks() {}

    /** The links to the places where the names of channels stand that cause a problem. Each link is there once. */
    static List<FixLink> of(Problem problem) {
        return List.copyOf(problem.places().stream()
                .flatMap(place -> of(place).stream())
                .collect(Collectors.toMap(FixLink::url, link -> link, (one, same) -> one, LinkedHashMap::new))
                .values());
    }

    /**
     * The links to the place where the name of a channel stands. What a job names may stand in its configuration, or in a
     * {@code Jenkinsfile}, which the build tells: so there are two. Nobody can configure a branch.
     *
     * @return empty where the job or folder is gone
     */
    static List<FixLink> of(NamePlace place) {
        ChannelSource source = place.source();
        return switch (source.scope()) {
            case SYSTEM_CHANNEL ->
                List.of(new FixLink(Messages.ChannelPlaceLinks_systemChannel(), SlackPage.ADDRESS + "connection/"));
            case SYSTEM, SUBSCRIPTION -> List.of(ofSystem(source));
            case FOLDER -> ofFolder(source.owner(), place.build());
            case JOB -> ofJob(place.build());
        };
    }

    private static FixLink ofSystem(ChannelSource source) {
        return source.destination() == null
                ? new FixLink(
                        Messages.ChannelPlaceLinks_rule(source.rule()),
                        ElementAddress.ofRule(String.valueOf(source.rule())))
                : new FixLink(
                        Messages.ChannelPlaceLinks_destination(source.destination()),
                        ElementAddress.ofDestination(source.destination()));
    }

    /** @param folder the full name that it had when a build of it began */
    private static List<FixLink> ofFolder(String folder, BuildKey build) {
        String now = EngineLifecycle.get().engine().jobs().current(folder, build.startedAt());
        return configuration(Jenkins.get().getItemByFullName(now));
    }

    private static List<FixLink> ofJob(BuildKey original) {
        BuildKey build = EngineLifecycle.get().engine().jobs().current(original);
        Job<?, ?> job = OwnerJob.find(build.job());
        if (job == null) {
            return List.of();
        }
        List<FixLink> links = new ArrayList<>(configuration(OwnerJob.of(job)));
        links.add(new FixLink(
                Messages.ChannelPlaceLinks_build(build.job(), String.valueOf(build.build())),
                job.getUrl() + build.build() + "/"));
        return links;
    }

    /** @return empty where nobody can configure it, or it is gone */
    private static List<FixLink> configuration(@CheckForNull Item item) {
        return item != null && item.hasPermission(Item.CONFIGURE)
                ? List.of(new FixLink(
                        Messages.ChannelPlaceLinks_configuration(item.getFullName()), item.getUrl() + "configure"))
                : List.of();
    }
}
