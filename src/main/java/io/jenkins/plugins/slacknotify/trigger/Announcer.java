package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.trigger.option.AddresseeOption;
import io.jenkins.plugins.slacknotify.trigger.option.ContentOption;
import io.jenkins.plugins.slacknotify.trigger.option.FileOption;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Says in Slack what a job asks for, and in the console what came of it. What goes wrong fails the build only where that was
 * asked for.
 */
final class Announcer {
    private final AnnouncementOptions options;
    private final Job<?, ?> job;
    private final TaskListener console;
    private final NotificationEngine engine = EngineLifecycle.get().engine();

    /** Why the file cannot be shown; null where it can, or there is none. */
    @CheckForNull
    private String fileProblem;

    Announcer(AnnouncementOptions options, Job<?, ?> job, TaskListener console) {
        this.options = options;
        this.job = job;
        this.console = console;
    }

    /**
     * Copies the file that is to be shown, to be called while the workspace is there. What is wrong with it is complained of
     * when the rest is handed over.
     *
     * @param id see {@link Announcement#id()}
     * @param workspace null where there is none
     */
    void copyFile(String id, @CheckForNull FilePath workspace) throws InterruptedException {
        try {
            Optional<FileOption> file = options.fileOption();
            if (file.isPresent() && !isCopied(id)) {
                file.get().copy(workspace, engine.spool(), id);
            }
        } catch (IOException e) {
            fileProblem = e.getMessage();
        } catch (IllegalArgumentException contradiction) {
            // Complained of when it is handed over.
        }
    }

    /** Perhaps before a restart, after which a step does all of it again, though its agent may not be back. */
    private boolean isCopied(String id) {
        return engine.spool().hasReceived(id) || engine.deliveries().hasAnnounced(id);
    }

    /** Says in the console what is wrong with the file, where nothing is handed over yet. */
    void printFileProblem() {
        if (fileProblem != null) {
            BuildConsole.print(console, withoutFile());
        }
    }

    private String withoutFile() {
        return "Without the file: " + fileProblem;
    }

    /** Removes the copy of a file that is not to be shown. What was handed over has its own. */
    void releaseFile(String id) {
        engine.spool().release(id);
    }

    /**
     * Hands the announcement over. Whoever is unknown is complained of when that is done, and keeps it from nobody else.
     *
     * @param id see {@link Announcement#id()}
     * @return empty where it cannot be said
     * @throws AbortException instead, with the reason, where the build has to fail on errors
     */
    List<DeliveryHandle> handOver(String id, BuildEvent event, List<Relation> replies, boolean wantsPermalink)
            throws AbortException {
        Optional<AddresseeOption> to = options.addressees(job);
        List<DeliveryHandle> told = handOver(id, event, replies, wantsPermalink, to.orElse(null));
        releaseFile(id);
        if (fileProblem != null) {
            reportProblem(withoutFile());
        }
        Optional<String> unknown = to.flatMap(AddresseeOption::validationError);
        if (unknown.isPresent()) {
            reportProblem("Not told: " + unknown.get());
        }
        Optional<String> unmentioned = told.isEmpty() ? Optional.empty() : options.unknownMentions();
        if (unmentioned.isPresent()) {
            reportProblem("Not mentioned: " + unmentioned.get());
        }
        return told;
    }

    private List<DeliveryHandle> handOver(
            String id,
            BuildEvent event,
            List<Relation> replies,
            boolean wantsPermalink,
            @CheckForNull AddresseeOption to)
            throws AbortException {
        try {
            Optional<FileOption> wanted = options.fileOption();
            SpooledFile file = wanted.filter(it -> isCopied(id))
                    .map(it -> it.spooledFile(engine.spool(), id))
                    .orElse(null);
            if (wanted.isPresent() && file == null) {
                fileProblem = fileProblem == null ? Messages.FileOption_notCopied() : fileProblem;
                if (options.hasNoContent()) {
                    return List.of();
                }
            }
            ContentOption own = options.content(event.buildName(), file == null ? null : file.title());
            List<DeliveryHandle> told = engine.announce(Announcement.of(id, event)
                    .text(own.text())
                    .format(own.form())
                    .reactions(options.reactions())
                    .channels(options.channels())
                    .profiles(to == null ? List.of() : to.targets())
                    .severity(options.severity())
                    .credentialsId(options.getCredentialsId())
                    .relations(replies)
                    .wantsPermalink(wantsPermalink)
                    .addressees(to == null ? null : to.known())
                    .file(file)
                    .build());
            handedOver(told, to, quiet(to, event));
            return told;
        } catch (CannotAnnounceException | IllegalArgumentException e) {
            reportProblem("Not sent: " + e.getMessage());
            return List.of();
        }
    }

    /** The named destinations that the message is not severe enough for, with how severe it is. */
    private List<String> quiet(@CheckForNull AddresseeOption to, BuildEvent event) {
        if (to == null) {
            return List.of();
        }
        Severity severity = Optional.ofNullable(options.severity())
                .orElseGet(
                        () -> SlackNotifyConfiguration.get().toEngineSettings().rate(event));
        return to.ignoringSeverity(severity).stream()
                .map(target -> Messages.Announcer_quiet(target.name(), target.minimumSeverity(), severity))
                .toList();
    }

    /** That nobody was told needs no words of its own where others say why. */
    private void handedOver(List<DeliveryHandle> told, @CheckForNull AddresseeOption to, List<String> quiet) {
        boolean explained =
                !quiet.isEmpty() || (to != null && to.validationError().isPresent());
        if (!told.isEmpty() || !explained) {
            BuildConsole.printHandedOver(console, told);
        }
        quiet.forEach(line -> BuildConsole.print(console, line));
    }

    /**
     * What Slack answers to each message.
     *
     * @return completed with what is known when all are finished or the time is over, on any thread; never fails
     */
    CompletionStage<List<Delivery>> awaitDeliveries(List<DeliveryHandle> told, Duration timeout) {
        CompletableFuture<?>[] finished = told.stream()
                .map(message ->
                        engine.deliveries().answered(message.deliveryId()).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(finished)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(Announcer::ignoreLateness)
                .thenApply(all -> known(told));
    }

    private static Void ignoreLateness(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        if (cause instanceof TimeoutException || cause instanceof NoSuchElementException) {
            return null;
        }
        throw new CompletionException(cause);
    }

    private List<Delivery> known(List<DeliveryHandle> told) {
        return told.stream()
                .map(message -> engine.deliveries().find(message.deliveryId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Says in the console what was not delivered.
     *
     * @throws AbortException where that is anything and the build has to fail on errors
     */
    void report(List<DeliveryHandle> told) throws AbortException {
        List<String> problems = new ArrayList<>();
        for (DeliveryHandle message : told) {
            Optional<Delivery> answer = engine.deliveries().outcome(message);
            answer.filter(it -> !it.state().hasArrived())
                    .map(it -> problem(message, it))
                    .ifPresent(problems::add);
            answer.filter(it -> it.state().hasArrived() && it.note() != null)
                    .ifPresent(
                            it -> BuildConsole.print(console, "Delivered to " + message.channel() + ": " + it.note()));
        }
        if (!problems.isEmpty()) {
            reportProblem(String.join(" ", problems));
        }
    }

    private static String problem(DeliveryHandle message, Delivery delivery) {
        String why = delivery.note() == null ? "Slack has not answered in time." : delivery.note();
        return switch (delivery.state()) {
            case REFUSED, EXPIRED, DISCARDED -> "Not delivered to " + message.channel() + ": " + why;
            case HELD -> "Not delivered to " + message.channel() + " until this is mended: " + why;
            default -> "Not delivered to " + message.channel() + " yet, and tried again: " + why;
        };
    }

    /**
     * Says in the console what went wrong.
     *
     * @throws AbortException instead, where the build has to fail on errors
     */
    void reportProblem(String problem) throws AbortException {
        if (options.isFailOnError()) {
            throw new AbortException("[Slack] " + problem);
        }
        BuildConsole.print(console, problem);
    }
}
