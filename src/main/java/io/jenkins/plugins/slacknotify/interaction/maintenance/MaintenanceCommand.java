package io.jenkins.plugins.slacknotify.interaction.maintenance;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.TimeSpan;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Begins and ends a maintenance, or says whether there is one. */
public final class MaintenanceCommand implements Command {
    private static final Duration MAX_DURATION = Duration.ofDays(7);
    private static final int MAX_REASON = 200;

    private static final Pattern OVER = Pattern.compile("over\\p{P}*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final String DAYS = "(?:tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b";

    /** The words with which people say when something is to begin. */
    private static final Pattern LATER = Pattern.compile(
            "(?:(?:at|from|in|on|after|by|starting|beginning|until|till|next)\\s+)+(?:the\\s+)?"
                    + "(?:\\d\\S*|an?\\s+(?:minute|hour|day|week)|noon|midnight|week|month|(?:mon|tue|wed|thu|fri|sat|sun)\\b|"
                    + DAYS
                    + ")|" + DAYS + "|\\d{1,2}:\\d\\d|\\d{4}-\\d\\d-\\d\\d",
            Pattern.CASE_INSENSITIVE);

    private final Maintenance maintenance;

    private static final String PROCESS = UUID.randomUUID().toString();

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
        List<String> words = words(call);
        if (words.isEmpty()) {
            return Answer.ephemeral(maintenance
                    .current()
                    .map(window -> "Jenkins starts no builds" + details(window) + ". `maintenance over` ends that.")
                    .orElse("There is no maintenance. `maintenance 30m REASON` begins one."));
        }
        if (words.size() == 1 && OVER.matcher(words.get(0)).matches()) {
            return over(call);
        }
        String reason = String.join(" ", words.subList(1, words.size()));
        Matcher later = LATER.matcher(reason);
        if (!isQuoted(words) && later.lookingAt() && lasting(words.get(0)).isPresent()) {
            return Answer.ephemeral(
                    "Nothing was done: a maintenance begins at once, and " + Mrkdwn.quoted(later.group())
                            + " looks like a later time. Write the command when it is to begin. A reason that begins so stands in quotes.");
        }
        boolean goesOn = !isQuoted(words) && words.size() > 1 && mayGoOn(words.get(1));
        Optional<Duration> lasting = goesOn ? Optional.empty() : lasting(words.get(0));
        if (lasting.isEmpty()) {
            return Answer.ephemeral(
                    Mrkdwn.quoted(goesOn ? words.get(0) + " " + words.get(1) : words.get(0), MAX_REASON)
                            + " is not a time from a minute to a week. Write for example `maintenance 30m new disks`, or `maintenance over`.");
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

    /** Returns the words, each time as one, and without what may stand before it. */
    private static List<String> words(CommandCall call) {
        List<String> words = TimeSpan.join(call.line().words());
        return words.size() > 1 && words.get(0).equalsIgnoreCase("for") ? words.subList(1, words.size()) : words;
    }

    /** Returns whether the reason stands in quotes, so that it is one word though it has several. */
    private static boolean isQuoted(List<String> words) {
        return words.size() == 2 && words.get(1).indexOf(' ') >= 0;
    }

    /** Returns whether a word behind a time may belong to it, as in "1h 30" and "1h +30min.". */
    private static boolean mayGoOn(String word) {
        String bare = NEITHER_LETTER_NOR_DIGIT.matcher(word).replaceAll("");
        return !bare.isEmpty()
                && (bare.codePoints().allMatch(Character::isDigit)
                        || TimeSpan.parse(bare).isPresent());
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
