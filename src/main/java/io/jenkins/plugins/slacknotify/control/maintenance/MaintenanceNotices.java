package io.jenkins.plugins.slacknotify.control.maintenance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.trigger.event.JobRulesFinder;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Notifies channels of a maintenance, once each: those that would be notified if a build that runs or waits failed. The notices wait in the
 * outbox like all messages, so a restart loses none.
 */
final class MaintenanceNotices {
    private static final Logger LOGGER = Logger.getLogger(MaintenanceNotices.class.getName());
    private static final int MAX_RUNS = 200;
    private static final int MAX_CHANNELS = 50;
    private static final int MAX_REASON = 200;

    private final InstantSource clock;

    MaintenanceNotices(InstantSource clock) {
        this.clock = clock;
    }

    /** A channel, and a build of a job that it hears of. */
    private record Notified(Run<?, ?> run, BuildEvent event, Route route) {}

    /** Notifies the channels, and returns the notices that the end has to follow. */
    List<MaintenanceFile.Notice> begin(MaintenanceFile.Stored window) {
        List<MaintenanceFile.Notice> notices = new ArrayList<>();
        int number = 0;
        for (Notified told : channels()) {
            number++;
            Announcement notice = Announcement.of(id(window, number, "begin"), told.event())
                    .text(text(window))
                    .severity(told.route().severity())
                    .profiles(List.of(new DestinationProfile(
                            null,
                            told.route().destination(),
                            told.route().options().withMention(null).withTemplate(null, null),
                            told.route().severity())))
                    .routed()
                    .build();
            announce(notice).stream()
                    .map(handle -> new MaintenanceFile.Notice(
                            handle.deliveryId(),
                            told.run().getParent().getFullName(),
                            told.run().getNumber()))
                    .forEach(notices::add);
        }
        return notices;
    }

    /** Notifies the channels that were notified of the beginning, where their job still exists. */
    void over(MaintenanceFile.Stored window) {
        int number = 0;
        for (MaintenanceFile.Notice notice : window.notices()) {
            String id = id(window, ++number, "over");
            BestEffort.run("tell of the end of the maintenance about ", notice, () -> over(notice, id));
        }
    }

    private void over(MaintenanceFile.Notice notice, String id) {
        // The job may have been renamed since, and the build discarded.
        String renamed = EngineLifecycle.get().engine().jobs().current(notice.job(), Instant.EPOCH);
        Stream.of(notice.job(), renamed)
                .<Job<?, ?>>map(name -> Jenkins.get().getItemByFullName(name, Job.class))
                .filter(Objects::nonNull)
                .map(job -> buildOf(job, notice.build()))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(run -> announce(Announcement.of(id, RunEvents.milestone(run, Milestone.STARTED, clock))
                        .text(":white_check_mark: The maintenance of Jenkins is over. Builds start again.")
                        .relations(List.of(new Relation(Relation.Kind.BROADCAST, notice.delivery())))
                        .routed()
                        .build()));
    }

    @CheckForNull
    private static Run<?, ?> buildOf(Job<?, ?> job, int number) {
        Run<?, ?> build = job.getBuildByNumber(number);
        return build == null ? job.getLastBuild() : build;
    }

    private static String id(MaintenanceFile.Stored window, int number, String what) {
        return "maintenance-" + Integer.toHexString(window.request().hashCode()) + "-" + what + "-" + number;
    }

    private static String text(MaintenanceFile.Stored window) {
        Instant end = window.until();
        String until = end == null ? "" : " until " + DateMarkup.local(end);
        String reason = window.reason().isEmpty() ? "" : ": " + Mrkdwn.line(window.reason(), MAX_REASON);
        return ":construction: *Jenkins is in maintenance*" + until + reason
                + ". Builds that run go on, and no other one starts.";
    }

    private static List<DeliveryHandle> announce(Announcement announcement) {
        try {
            return EngineLifecycle.get().engine().announce(announcement);
        } catch (CannotAnnounceException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not tell a channel of the maintenance");
            return List.of();
        }
    }

    private List<Notified> channels() {
        EngineSettings settings = SlackNotifyConfiguration.get().toEngineSettings();
        Map<Destination, Notified> told = new LinkedHashMap<>();
        Stream.concat(RunningRuns.all().stream(), waiting())
                .limit(MAX_RUNS)
                .flatMap(run -> BestEffort.read("channels of " + run, () -> routes(run, settings)).stream())
                .flatMap(List::stream)
                .forEach(each -> told.putIfAbsent(each.route().destination(), each));
        return told.values().stream().limit(MAX_CHANNELS).toList();
    }

    /** The last builds of the jobs that wait in the queue: those have no build yet. */
    private static Stream<Run<?, ?>> waiting() {
        return Arrays.stream(Queue.getInstance().getItems())
                .map(item -> item.task)
                .<Run<?, ?>>map(task -> task instanceof Job<?, ?> job ? job.getLastBuild() : null)
                .filter(Objects::nonNull);
    }

    private List<Notified> routes(Run<?, ?> run, EngineSettings settings) {
        BuildEvent event = RunEvents.milestone(run, Milestone.STARTED, clock);
        BuildEvent worst = BuildEvent.builder(event.key(), Outcome.FAILURE)
                .jobName(event.jobName())
                .url(event.url())
                .trend(Trend.REGRESSED)
                .findings(event.findings())
                .build();
        return settings.route(worst, JobRulesFinder.of(run.getParent())).routes().stream()
                .map(route -> new Notified(run, event, route))
                .toList();
    }
}
