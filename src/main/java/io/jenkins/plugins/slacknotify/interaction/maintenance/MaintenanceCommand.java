package io.jenkins.plugins.slacknotify.interaction.maintenance;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandInteraction;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.CommandUsage;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.interaction.text.TimeSpan;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Begins and ends a maintenance, or says whether there is one. */
public final class MaintenanceCommand implements Command {
    private static final Duration MAX_DURATION = Duration.ofDays(7);
    private static final int MAX_REASON = 200;

    private static final String PROCESS = UUID.randomUUID().toString();

    private final Maintenance maintenance;

    /** Names this process. A restart of Jenkins ends each maintenance, so what another process has chosen to begin or end is over. */
    private final String process;

    public MaintenanceCommand(Maintenance maintenance) {
        this(maintenance, PROCESS);
    }

    /** @param process names the process of Jenkins */
    MaintenanceCommand(Maintenance maintenance, String process) {
        this.maintenance = maintenance;
        this.process = process;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("maintenance"),
                "[30m REASON | over]",
                "for administrators: start no build for a while, and tell the channels with builds that run or wait");
    }

    @Override
    public Answer run(CommandCall call) {
        Typed typed = Typed.of(call.line());
        String first = typed.first();
        if (first.isEmpty()) {
            return Answer.ephemeral(maintenance
                    .current()
                    .map(MaintenanceCommand::present)
                    .orElse("There is no maintenance. `maintenance 30m REASON` begins one."));
        }
        if (typed.reason().isEmpty() && SentenceEnd.strip(first).equalsIgnoreCase("over")) {
            return over(call);
        }
        Optional<Duration> lasting =
                TimeSpan.parse(first).filter(it -> !it.isZero() && it.compareTo(MAX_DURATION) <= 0);
        if (lasting.isEmpty()) {
            return Answer.ephemeral(
                    Mrkdwn.quoted(first, MAX_REASON)
                            + " is not a time from a minute to a week. Write for example `maintenance 30m new disks`, or `maintenance over`.");
        }
        if (!typed.reason().isEmpty() && !typed.isReasonQuoted()) {
            return maintenance
                    .current()
                    .map(window -> Answer.ephemeral(present(window)))
                    .orElseGet(() -> ask(typed, lasting.get()));
        }
        Optional<String> begunIn = call.choice().kept();
        if (begunIn.isPresent() && !begunIn.get().equals(process)) {
            return Answer.ephemeral(
                    "Jenkins was started again while it began the maintenance that you have asked for, and a start"
                            + " ends any: builds start. If you need it still, write the command again.");
        }
        call.choice().keep(process);
        return answer(call, maintenance.begin(call.act(), lasting.get(), typed.reason()));
    }

    /**
     * What follows the command.
     *
     * @param first the words of the time, or the first word where it is none; empty where there is nothing
     * @param isReasonQuoted whether the reason begins with what stands in quotes, and so is meant as it is
     */
    private record Typed(String first, String reason, boolean isReasonQuoted) {
        static Typed of(CommandLine line) {
            List<String> words = line.words();
            int unquoted = line.quoted().stream().min(Integer::compare).orElse(words.size());
            int length = Math.min(words.size(), Math.max(1, TimeSpan.atBeginningOf(words.subList(0, unquoted))));
            return new Typed(
                    String.join(" ", words.subList(0, length)),
                    String.join(" ", words.subList(length, words.size())),
                    line.quoted().contains(length));
        }
    }

    /**
     * A maintenance begins at once, and stops the builds of all: the reason may be the rest of a time, or say that it is meant for later, in more
     * ways than there are rules for. So whoever asks for it reads what it would do.
     */
    private static Answer ask(Typed typed, Duration lasting) {
        String reason = Excerpt.truncate(typed.reason(), MAX_REASON);
        String question = "Nothing was done yet. Is Jenkins to start no builds from this moment on, for "
                + DurationFormatter.format(lasting) + "? The reason: " + Mrkdwn.line(reason, MAX_REASON);
        List<Blocks.Button> buttons = CommandLine.quote(reason)
                .map(quoted -> new Blocks.Button(
                        "Begin now",
                        CommandInteraction.CHOOSE + "begin",
                        "maintenance " + typed.first() + " " + quoted))
                .stream()
                .toList();
        return Answer.ephemeral(question + "\nA reason in quotes is not asked about.")
                .withBlocks(Blocks.start().section(question).buttons(buttons).json());
    }

    /** Another attempt ends the maintenance that the first has found, and none that has begun since. */
    private Answer over(CommandCall call) {
        Optional<Maintenance.Window> now = maintenance.current();
        String present = process
                + now.map(window -> " until " + window.until() + ": " + window.reason())
                        .orElse("");
        Optional<String> chosen = call.choice().kept();
        if (chosen.isPresent() && !chosen.get().equals(present)) {
            return now.map(window ->
                            Answer.ephemeral("The maintenance that you meant is over, and another one has begun"
                                    + " since: Jenkins starts no builds" + details(window)
                                    + ". `maintenance over` ends that."))
                    .orElseGet(() -> answer(call, new Maintenance.Over()));
        }
        if (now.isPresent()) {
            call.choice().keep(present);
        }
        return answer(call, maintenance.end(call.act()));
    }

    private static Answer answer(CommandCall call, Maintenance.Outcome outcome) {
        if (outcome instanceof Maintenance.Begun begun) {
            return Answer.inChannel(call.member() + " has begun maintenance of Jenkins" + details(begun.window())
                    + ". Builds that run go on, and no other one starts. "
                    + told(begun.window().channels()));
        }
        if (outcome instanceof Maintenance.Over) {
            return Answer.inChannel(call.member() + " has ended the maintenance of Jenkins. Builds start again.");
        }
        if (outcome instanceof Maintenance.AlreadyQuiet quiet) {
            return Answer.ephemeral(present(quiet.window()));
        }
        return Answer.ephemeral(
                outcome instanceof Maintenance.Refused
                        ? "You may not: *Overall/Administer* is missing."
                        : "There is no maintenance to end.");
    }

    private static String present(Maintenance.Window window) {
        return "Jenkins starts no builds" + details(window) + ". `maintenance over` ends that.";
    }

    private static String told(int channels) {
        return channels == 1
                ? "One channel with builds that run or wait is told."
                : channels + " channels with builds that run or wait are told.";
    }

    private static String details(Maintenance.Window window) {
        Instant until = window.until();
        return (until == null ? "" : " until " + DateMarkup.local(until))
                + (window.reason().isEmpty() ? "" : ": " + Mrkdwn.line(window.reason(), MAX_REASON));
    }
}
