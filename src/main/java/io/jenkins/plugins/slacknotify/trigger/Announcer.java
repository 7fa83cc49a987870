package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.admin.SlackNotifications;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.engine.Announcement;
import io.jenkins.plugins.slacknotify.engine.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.HandedOver;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.Reply;
import io.jenkins.plugins.slacknotify.engine.SpooledFile;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
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
    private final NotificationEngine engine = SlackNotifications.get().engine();

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
            Optional<FileOption> file = options.fileToShow();
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
    void sayFileProblem() {
        if (fileProblem != null) {
            Console.say(console, withoutFile());
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
    List<HandedOver> handOver(String id, BuildEvent event, List<Reply> replies, boolean wantsPermalink)
            throws AbortException {
        Optional<AddresseeNames> to = options.addressees(job);
        List<HandedOver> told = handOver(id, event, replies, wantsPermalink, to.orElse(null));
        releaseFile(id);
        if (fileProblem != null) {
            complain(withoutFile());
        }
        Optional<String> unknown = to.flatMap(AddresseeNames::problem);
        if (unknown.isPresent()) {
            complain("Not told: " + unknown.get());
        }
        Optional<String> unmentioned = told.isEmpty() ? Optional.empty() : options.unknownToMention();
        if (unmentioned.isPresent()) {
            complain("Not mentioned: " + unmentioned.get());
        }
        return told;
    }

    private List<HandedOver> handOver(
            String id, BuildEvent event, List<Reply> replies, boolean wantsPermalink, @CheckForNull AddresseeNames to)
            throws AbortException {
        try {
            Optional<FileOption> wanted = options.fileToShow();
            SpooledFile file = wanted.filter(it -> isCopied(id))
                    .map(it -> it.copied(engine.spool(), id))
                    .orElse(null);
            if (wanted.isPresent() && file == null) {
                fileProblem = fileProblem == null ? Messages.FileOption_notCopied() : fileProblem;
                if (options.saysNothing()) {
                    return List.of();
                }
            }
            OwnMessage own = options.own(event.buildName(), file == null ? null : file.title());
            List<HandedOver> told = engine.announce(new Announcement(
                    id,
                    event,
                    own.text(),
                    own.form(),
                    options.reactions(),
                    options.channels(),
                    to == null ? List.of() : to.targets(),
                    options.severity(),
                    options.getCredentialsId(),
                    replies,
                    wantsPermalink,
                    to == null ? null : to.known(),
                    file));
            handedOver(told, to, quiet(to, event));
            return told;
        } catch (CannotAnnounceException | IllegalArgumentException e) {
            complain("Not sent: " + e.getMessage());
            return List.of();
        }
    }

    /** The named destinations that the message is not severe enough for, with how severe it is. */
    private List<String> quiet(@CheckForNull AddresseeNames to, BuildEvent event) {
        if (to == null) {
            return List.of();
        }
        Severity severity = Optional.ofNullable(options.severity())
                .orElseGet(
                        () -> SlackNotifyConfiguration.get().toEngineSettings().rate(event));
        return to.quietAt(severity).stream()
                .map(target -> Messages.Announcer_quiet(target.name(), target.minimumSeverity(), severity))
                .toList();
    }

    /** That nobody was told needs no words of its own where others say why. */
    private void handedOver(List<HandedOver> told, @CheckForNull AddresseeNames to, List<String> quiet) {
        boolean explained = !quiet.isEmpty() || (to != null && to.problem().isPresent());
        if (!told.isEmpty() || !explained) {
            Console.handedOver(console, told);
        }
        quiet.forEach(line -> Console.say(console, line));
    }

    /**
     * What Slack answers to each message.
     *
     * @return completed with what is known when all are finished or the time is over, on any thread; never fails
     */
    CompletionStage<List<Delivery>> answers(List<HandedOver> told, Duration timeout) {
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

    private List<Delivery> known(List<HandedOver> told) {
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
    void report(List<HandedOver> told) throws AbortException {
        List<String> problems = new ArrayList<>();
        for (HandedOver message : told) {
            Optional<Delivery> answer = engine.deliveries().outcome(message);
            answer.filter(it -> !it.state().hasArrived())
                    .map(it -> problem(message, it))
                    .ifPresent(problems::add);
            answer.filter(it -> it.state().hasArrived() && it.note() != null)
                    .ifPresent(it -> Console.say(console, "Delivered to " + message.channel() + ": " + it.note()));
        }
        if (!problems.isEmpty()) {
            complain(String.join(" ", problems));
        }
    }

    private static String problem(HandedOver message, Delivery delivery) {
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
    void complain(String problem) throws AbortException {
        if (options.isFailOnError()) {
            throw new AbortException("[Slack] " + problem);
        }
        Console.say(console, problem);
    }
}
