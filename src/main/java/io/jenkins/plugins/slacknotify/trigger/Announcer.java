package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.Sentences;
import io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.EmojiName;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.report.Briefs;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.trigger.AnnouncementOptions.Text;
import io.jenkins.plugins.slacknotify.trigger.option.AddresseeOption;
import io.jenkins.plugins.slacknotify.trigger.option.ContentOption;
import io.jenkins.plugins.slacknotify.trigger.option.FileOption;
import io.jenkins.plugins.slacknotify.trigger.option.MessageHints;
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
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * Hands the announcement of a job over to the engine, and prints into the build's console what becomes of it.
 *
 * <p>An error fails the build only where the job asks for that.
 */
final class Announcer {
    private static final GuardedLog LOGGER = GuardedLog.of(Announcer.class);

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
     * Copies the file that is to be shown, while the workspace is there. A problem with it is reported when the announcement is
     * handed over.
     *
     * @param id see {@link Announcement#id()}
     * @param workspace null where there is none
     */
    void copyFile(String id, @CheckForNull FilePath workspace) throws InterruptedException {
        try {
            Optional<FileOption> file = options.fileOption();
            if (file.isPresent() && !isCopied(id)) {
                file.get().copy(workspace, engine.spool(), id, job.getFullName());
            }
        } catch (IllegalArgumentException contradiction) {
            // Reported when the announcement is handed over.
        } catch (IOException | RuntimeException e) {
            // Remoting throws exceptions of both kinds where the agent goes away meanwhile.
            fileProblem = e.getMessage();
        }
    }

    /**
     * Returns whether the file was copied, perhaps before a restart. A pipeline step begins anew after a restart, and its agent may
     * be gone.
     */
    private boolean isCopied(String id) {
        return engine.spool().hasReceived(id) || engine.deliveries().hasAnnounced(id);
    }

    /** Prints the problem with the file, if there is one, before the announcement is handed over. */
    void printFileProblem() {
        if (fileProblem != null) {
            BuildConsole.print(console, fileProblemMessage());
        }
    }

    private String fileProblemMessage() {
        return "Without the file: " + fileProblem;
    }

    /** Removes the copy of a file that is not to be shown. An announcement that was handed over has its own copy. */
    void releaseFile(String id) {
        engine.spool().release(id);
    }

    /**
     * Hands the announcement over to the engine, and then reports names that nobody has; everybody else is notified.
     *
     * @param id see {@link Announcement#id()}
     * @return the deliveries; empty where nothing can be announced
     * @throws AbortException where nothing can be announced and the build has to fail on errors
     */
    List<DeliveryHandle> handOver(String id, BuildEvent event, List<Relation> replies, boolean wantsPermalink)
            throws AbortException {
        Optional<AddresseeOption> to = options.addressees(job);
        List<String> possible =
                options.channels().stream().filter(ChannelName::isValid).toList();
        boolean nowhere = possible.isEmpty() && options.get(Text.CHANNEL) != null && to.isEmpty() && replies.isEmpty();
        List<DeliveryHandle> handles =
                nowhere ? List.of() : handOver(id, event, replies, wantsPermalink, possible, to.orElse(null));
        releaseFile(id);
        if (!replies.isEmpty()) {
            printUnused(possible, handles);
        }
        if (!handles.isEmpty()) {
            printHints();
        }
        Optional<String> impossible = impossibleChannels(options.channels());
        if (impossible.isPresent() || nowhere) {
            reportProblem("Not sent: " + impossible.orElseGet(Messages::Announcer_noChannel));
        }
        if (fileProblem != null) {
            reportProblem(fileProblemMessage());
        }
        Optional<String> unknown = to.flatMap(AddresseeOption::validationError);
        if (unknown.isPresent()) {
            reportProblem("Not told: " + unknown.get());
        }
        Optional<String> noEmoji =
                handles.isEmpty() ? Optional.empty() : EmojiName.validationError(options.reactions());
        if (noEmoji.isPresent()) {
            reportProblem("Without the emoji: " + noEmoji.get());
        }
        Optional<String> unmentioned = handles.isEmpty() ? Optional.empty() : options.unknownMentions();
        if (unmentioned.isPresent()) {
            reportProblem("Not mentioned: " + unmentioned.get());
        }
        return handles;
    }

    private void printHints() {
        String message = options.get(Text.MESSAGE);
        Stream.concat(
                        message == null ? Stream.of() : MessageHints.of(message).stream(),
                        MessageHints.ofNames(options.channels()).stream())
                .forEach(hint -> BuildConsole.print(console, Messages.Announcer_sentAsIs(hint)));
    }

    /** Prints the channels to which a reply or change does not go. One that is named by its id may be any. */
    private void printUnused(List<String> channels, List<DeliveryHandle> handles) {
        List<String> used = handles.stream().map(DeliveryHandle::channel).toList();
        if (used.isEmpty() || !used.stream().allMatch(Announcer::isName)) {
            return;
        }
        channels.stream()
                .map(channel -> new Destination(null, channel).label())
                .filter(channel -> isName(channel) && used.stream().noneMatch(channel::equalsIgnoreCase))
                .forEach(channel -> BuildConsole.print(console, Messages.Announcer_channelOfReply(channel)));
    }

    private static boolean isName(String label) {
        return label.startsWith("#");
    }

    private List<DeliveryHandle> handOver(
            String id,
            BuildEvent event,
            List<Relation> replies,
            boolean wantsPermalink,
            List<String> channels,
            @CheckForNull AddresseeOption to)
            throws AbortException {
        try {
            Optional<FileOption> wanted = options.fileOption();
            SpooledFile file = wanted.filter(it -> isCopied(id))
                    .map(it -> it.spooledFile(engine.spool(), id))
                    .orElse(null);
            boolean lacksFile = wanted.isPresent() && file == null;
            if (lacksFile) {
                fileProblem = fileProblem == null ? Messages.Announcer_fileNotCopied() : fileProblem;
            }
            ContentOption own = options.content(event.buildName(), file == null ? null : file.title());
            Announcement announcement = Announcement.of(id, event)
                    .text(own.text())
                    .format(sealed(own.form(), event))
                    .reactions(reactions(replies))
                    .channels(channels)
                    .profiles(to == null ? List.of() : to.targets())
                    .severity(options.severity())
                    .credentialsId(options.get(Text.CREDENTIALS_ID))
                    .relations(replies)
                    .wantsPermalink(wantsPermalink)
                    .addressees(to == null ? null : to.known())
                    .file(file)
                    .lacksFile(lacksFile && !replaces(replies))
                    .build();
            if (lacksFile && options.hasNoContent() && replaces(replies) && !announcement.onlyReacts()) {
                // The earlier message says more than this one about the state of the build.
                return List.of();
            }
            List<DeliveryHandle> handles = engine.announce(announcement);
            printHandedOver(handles, to, severityProblems(to, event));
            if (own.problem() != null) {
                reportProblem(own.problem());
            }
            return handles;
        } catch (CannotAnnounceException | IllegalArgumentException e) {
            reportProblem("Not sent: " + e.getMessage());
            return List.of();
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not hand over the announcement of " + job.getFullName());
            reportProblem("Not sent: there was an error (" + e.getClass().getSimpleName() + "; see the Jenkins log)");
            return List.of();
        }
    }

    /** Returns the emoji that can be put below the message, which is worth more than they are. Where they are all of it, returns all. */
    private List<String> reactions(List<Relation> replies) {
        List<String> names =
                options.reactions().stream().filter(EmojiName::isName).toList();
        boolean onlyReacts = options.hasNoContent() && options.fileOption().isEmpty() && !replies.isEmpty();
        return names.isEmpty() && onlyReacts ? options.reactions() : names;
    }

    /** Lets the author's own buttons answer a question of this build, and no other. */
    private static MessageFormat sealed(MessageFormat format, BuildEvent event) {
        String blocks = format.blocks();
        return blocks == null
                ? format
                : new MessageFormat(
                        format.markdown(), ButtonSeals.seal().sealOwn(blocks, event.key()), format.mention());
    }

    private static boolean replaces(List<Relation> replies) {
        return replies.stream().anyMatch(reply -> reply.kind() == Relation.Kind.UPDATE);
    }

    /**
     * Returns a sentence about each channel whose name is impossible; empty where there is none. The announcer reports it at once: the
     * outbox would wait for somebody to create the channel, and alert administrators to a mistake that only the job's author can correct.
     */
    static Optional<String> impossibleChannels(List<String> channels) {
        return channels.stream()
                .filter(channel -> !ChannelName.isValid(channel))
                .map(channel -> ChannelName.isPerson(channel)
                        ? Messages.Announcer_person(channel, Mention.plainName(channel))
                        : Messages.Announcer_impossibleChannel(channel))
                .reduce((one, other) -> one + " " + other);
    }

    /** Returns a line for each named destination whose minimum severity is higher than that of the message. */
    private List<String> severityProblems(@CheckForNull AddresseeOption to, BuildEvent event) {
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

    /** Prints which deliveries were handed over; not that there are none, where other lines say why. */
    private void printHandedOver(
            List<DeliveryHandle> handles, @CheckForNull AddresseeOption to, List<String> problems) {
        boolean explained =
                !problems.isEmpty() || (to != null && to.validationError().isPresent());
        if (!handles.isEmpty() || !explained) {
            BuildConsole.printHandedOver(console, handles);
        }
        problems.forEach(line -> BuildConsole.print(console, line));
    }

    /**
     * Waits for Slack's answer to each message, and returns the deliveries.
     *
     * @return completed, on any thread, when Slack has answered all messages or the time is over; never fails because of the time
     */
    CompletionStage<List<Delivery>> awaitDeliveries(List<DeliveryHandle> handles, Duration timeout) {
        CompletableFuture<?>[] finished = handles.stream()
                .map(message ->
                        engine.deliveries().answered(message.deliveryId()).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(finished)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(Announcer::ignoreLateness)
                .thenApply(all -> knownDeliveries(handles));
    }

    private static Void ignoreLateness(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        if (cause instanceof TimeoutException || cause instanceof NoSuchElementException) {
            return null;
        }
        throw new CompletionException(cause);
    }

    private List<Delivery> knownDeliveries(List<DeliveryHandle> handles) {
        return handles.stream()
                .map(message -> engine.deliveries().find(message.deliveryId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Prints which messages were not delivered, and why.
     *
     * @throws AbortException where there are any, and the build has to fail on errors
     */
    void reportUndelivered(List<DeliveryHandle> handles) throws AbortException {
        List<String> problems = new ArrayList<>();
        for (DeliveryHandle message : handles) {
            Optional<Delivery> answer = engine.deliveries().outcome(message);
            answer.filter(it -> !it.state().hasArrived())
                    .map(it -> describeProblem(message, it))
                    .ifPresent(problems::add);
            answer.filter(it -> it.state().hasArrived() && it.reason() != null)
                    .ifPresent(
                            it -> BuildConsole.print(console, "Delivered to " + message.channel() + ": " + brief(it)));
        }
        if (!problems.isEmpty()) {
            reportProblem(Sentences.join(problems));
        }
    }

    private static String describeProblem(DeliveryHandle message, Delivery delivery) {
        String why = delivery.reason() == null ? "Slack has not answered in time." : brief(delivery);
        return switch (delivery.state()) {
            case REFUSED, EXPIRED, DISCARDED -> "Not delivered to " + message.channel() + ": " + why;
            case HELD -> "Not delivered to " + message.channel() + " until this is fixed: " + why;
            default -> "Not delivered to " + message.channel() + " yet, and tried again: " + why;
        };
    }

    /** Returns the reason in words that everybody may read: whoever may see the build reads its console. */
    private static String brief(Delivery delivery) {
        return Briefs.of(delivery.state(), delivery.reason());
    }

    /**
     * Prints a problem.
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
