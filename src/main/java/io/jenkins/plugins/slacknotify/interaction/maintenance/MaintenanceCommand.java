package io.jenkins.plugins.slacknotify.interaction.maintenance;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.TimeSpan;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Begins and ends a maintenance, or says whether there is one. */
public final class MaintenanceCommand implements Command {
    private static final Duration MAX_DURATION = Duration.ofDays(7);
    private static final int MAX_REASON = 200;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    /** A number by itself. A version has more points, and a hash makes it that of a ticket. */
    private static final Pattern BARE_NUMBER =
            Pattern.compile("[\\p{P}\\p{S}&&[^#]]*\\p{Nd}+(?:[,+–-]\\p{Nd}+)*[\\p{P}&&[^%]]*");

    private static final String PROCESS = UUID.randomUUID().toString();

    private final Maintenance maintenance;

    /** Jenkins that starts again is quiet no more, so what another process has begun, or meant to end, is over. */
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
    public List<String> names() {
        return List.of("maintenance");
    }

    @Override
    public String arguments() {
        return "[30m REASON | over]";
    }

    @Override
    public String purpose() {
        return "for administrators: start no build for a while, and tell the channels with builds that run or wait";
    }

    @Override
    public Answer run(CommandCall call) {
        Typed typed = Typed.of(call.line());
        List<String> words = typed.words();
        if (words.isEmpty()) {
            return Answer.ephemeral(maintenance
                    .current()
                    .map(window -> "Jenkins starts no builds" + details(window) + ". `maintenance over` ends that.")
                    .orElse("There is no maintenance. `maintenance 30m REASON` begins one."));
        }
        if (words.size() == 1 && SentenceEnd.strip(words.get(0)).equalsIgnoreCase("over")) {
            return over(call);
        }
        String reason = String.join(" ", words.subList(1, words.size()));
        Optional<String> later = typed.isReasonQuoted() ? Optional.empty() : LaterTime.atBeginningOf(reason);
        if (later.isPresent() && lasting(words.get(0)).isPresent()) {
            return Answer.ephemeral(
                    "Nothing was done: a maintenance begins at once, and "
                            + Mrkdwn.quoted(later.get())
                            + " looks like a later time. Write the command when it is to begin. A reason that begins so stands in quotes.");
        }
        boolean goesOn = !typed.isReasonQuoted() && words.size() > 1 && mayGoOn(words.get(1));
        Optional<Duration> lasting = goesOn ? Optional.empty() : lasting(words.get(0));
        if (lasting.isEmpty()) {
            return Answer.ephemeral(Mrkdwn.quoted(goesOn ? words.get(0) + " " + words.get(1) : words.get(0), MAX_REASON)
                    + " is not a time from a minute to a week. Write for example `maintenance 30m new disks`, or `maintenance over`."
                    + (goesOn ? " A reason that begins with a number stands in quotes." : ""));
        }
        Optional<String> begunIn = call.choice().kept();
        if (begunIn.isPresent() && !begunIn.get().equals(process)) {
            return Answer.ephemeral(
                    "Jenkins was started again while it began the maintenance that you have asked for, and a start"
                            + " ends any: builds start. If you need it still, write the command again.");
        }
        call.choice().keep(process);
        return answer(call, maintenance.begin(call.act(), lasting.get(), reason));
    }

    /**
     * The words of a command, each time as one, and without what may stand before it.
     *
     * @param isReasonQuoted whether the reason begins with what stands in quotes, and so is meant as it is
     */
    private record Typed(List<String> words, boolean isReasonQuoted) {
        static Typed of(CommandLine line) {
            List<String> words = line.words();
            int first = words.size() > 1 && words.get(0).equalsIgnoreCase("for") ? 1 : 0;
            int quoted = line.quoted().stream()
                    .filter(index -> index > first)
                    .min(Comparator.naturalOrder())
                    .orElse(words.size());
            List<String> joined = new ArrayList<>(TimeSpan.join(words.subList(first, quoted)));
            boolean isReasonQuoted = joined.size() == 1 && quoted < words.size();
            joined.addAll(words.subList(quoted, words.size()));
            return new Typed(joined, isReasonQuoted);
        }
    }

    /** Returns whether a word behind a time may belong to it, as in "1h 30" and "1h +30min.". */
    private static boolean mayGoOn(String word) {
        String bare = NEITHER_LETTER_NOR_DIGIT.matcher(word).replaceAll("");
        return BARE_NUMBER.matcher(word).matches()
                || word.indexOf('#') < 0 && TimeSpan.parse(bare).isPresent();
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

    /** Empty where it is no time, or none of a sensible length. */
    private static Optional<Duration> lasting(String typed) {
        return TimeSpan.parse(typed).filter(it -> !it.isZero() && it.compareTo(MAX_DURATION) <= 0);
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
            return Answer.ephemeral(
                    "Jenkins starts no builds already" + details(quiet.window()) + ". `maintenance over` ends that.");
        }
        return Answer.ephemeral(
                outcome instanceof Maintenance.Refused
                        ? "You may not: *Overall/Administer* is missing."
                        : "There is no maintenance to end.");
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
