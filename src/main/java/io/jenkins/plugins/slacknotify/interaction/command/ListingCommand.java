package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command that lists those jobs or builds of a kind that the account may see, and whose names contain the typed text. */
final class ListingCommand implements Command {
    private static final int MAX_ROWS = 20;

    private static final String BEHIND = "[*_~" + SentenceEnd.CHARACTERS + "]";

    /** A command about jobs by a part of their name takes a pattern of it for the same: the stars, and what ends a sentence. */
    private static final Pattern AROUND = Pattern.compile("^[*_~]+|(?<=/)\\*+$|(?<!" + BEHIND + ")" + BEHIND + "+$");

    /** The words of a sentence before the name, as in {@code builds of shop}. None of them is one by itself, and some are a part of many. */
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:all\\s+)?(?:the\\s+)?(?:jobs?|builds?)\\s+)?(?:(?:in|of|for|from|the)\\s++)++",
            Pattern.CASE_INSENSITIVE);

    /** The words that ask for no more than the command alone, where no name has them. */
    private static final Pattern ALL = Pattern.compile(
            "(?:(?:all|the|of|jobs?|builds?)(?:\\s++|" + SentenceEnd.CHARACTERS + "*+$))++", Pattern.CASE_INSENSITIVE);

    private final BuildControl control;
    private final List<String> names;
    private final String purpose;
    private final String title;
    private final String none;
    private final Function<String, List<Row>> rows;

    /**
     * One line of the list.
     *
     * @param job by whose names it is looked for
     */
    private record Row(JobReference job, String text) {
        /** Whether its job has a full name, or is in a folder or project that has. */
        boolean isAt(String fullName) {
            return job.fullName().equals(fullName) || job.fullName().startsWith(fullName + "/");
        }

        /** Whether one of its names has all words of a text, of which one may be that of a folder with a slash. */
        boolean contains(String typed) {
            List<String> words = List.of(typed.split("\\s+"));
            return Stream.of(
                            job.fullName(),
                            BranchNames.readable(job.fullName()),
                            job.displayName(),
                            job.displayName().replace(" » ", "/"))
                    .map(name -> (name + "/").toLowerCase(Locale.ROOT))
                    .anyMatch(name -> words.stream().allMatch(name::contains));
        }
    }

    private ListingCommand(
            BuildControl control,
            List<String> names,
            String purpose,
            String title,
            String none,
            Function<String, List<Row>> rows) {
        this.control = control;
        this.names = names;
        this.purpose = purpose;
        this.title = title;
        this.none = none;
        this.rows = rows;
    }

    static Command jobs(BuildControl control) {
        return new ListingCommand(
                control,
                List.of("jobs"),
                "the jobs that you may see",
                "Jobs",
                "There is no such job that you may see.",
                account -> control.jobs(account).stream()
                        .sorted(Comparator.comparing(JobReference::fullName, String.CASE_INSENSITIVE_ORDER))
                        .map(job -> new Row(job, job.link()))
                        .toList());
    }

    static Command running(BuildControl control) {
        return new ListingCommand(
                control,
                List.of("running"),
                "the builds that run",
                "Running",
                "Nothing runs that you may see.",
                account -> control.running(account).stream()
                        .map(ListingCommand::row)
                        .toList());
    }

    static Command waiting(BuildControl control) {
        return new ListingCommand(
                control,
                List.of("waiting"),
                "the builds that wait for an answer which you may give",
                "Waiting for you",
                "No build waits for an answer of yours.",
                account -> control.waiting(account).stream()
                        .map(ListingCommand::row)
                        .toList());
    }

    static Command queue(BuildControl control) {
        return new ListingCommand(
                control,
                List.of("queue"),
                "what waits in the queue, and why",
                "Queue",
                "Nothing waits that you may see.",
                account ->
                        control.queue(account).stream().map(ListingCommand::row).toList());
    }

    static Command failing(BuildControl control) {
        return new ListingCommand(
                control,
                List.of("failing", "failed", "broken", "red"),
                "the jobs that are bad, if I have notified anybody of them",
                "Failing",
                "No job that you may see is bad, of those about which I have notified anybody.",
                account -> control.failing(account).stream()
                        .map(bad -> new Row(bad.job(), BuildSentences.bad(bad)))
                        .toList());
    }

    private static Row row(BuildProgress build) {
        return new Row(build.job(), BuildSentences.progress(build));
    }

    private static Row row(QueuedBuild build) {
        return new Row(build.job(), BuildSentences.waiting(build));
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(names, "[TEXT]", purpose);
    }

    /** Which rows are meant. @param label what a sentence says of them; empty where all are */
    private record Wanted(Predicate<Row> isMeant, String label) {
        static Wanted at(String fullName) {
            return new Wanted(row -> row.isAt(fullName), "at " + Mrkdwn.quoted(BranchNames.readable(fullName)));
        }

        /** @param text small letters */
        static Wanted with(String text) {
            return new Wanted(row -> row.contains(text), text.isEmpty() ? "" : "by a name with " + Mrkdwn.quoted(text));
        }
    }

    /** Reads a part of a name, a pattern of one, or an address, which means what is there and nothing else. */
    private Wanted wanted(CommandCall call) {
        String typed = call.line().text();
        String name = BEFORE.matcher(typed).replaceFirst("");
        return new JobFinder(control, call.as())
                // A part of an address may begin with such a word, as that of the folder "The Team" does.
                .nameAt(BuildAddress.isAddress(name) ? name : typed)
                .map(Wanted::at)
                .orElseGet(() -> Wanted.with(AROUND.matcher(name).replaceAll("").toLowerCase(Locale.ROOT)));
    }

    @Override
    public Answer run(CommandCall call) {
        Wanted wanted = wanted(call);
        List<Row> all = rows.apply(call.as());
        List<Row> found = all.stream().filter(wanted.isMeant()).toList();
        if (found.isEmpty() && ALL.matcher(call.line().text()).matches()) {
            wanted = Wanted.with("");
            found = all;
        }
        if (found.isEmpty()) {
            return Answer.ephemeral(
                    wanted.label().isEmpty()
                            ? none
                            : none + " That is, " + wanted.label() + "; `" + names.get(0) + "` alone lists all.");
        }
        String lines =
                found.stream().limit(MAX_ROWS).map(row -> "• " + row.text()).collect(Collectors.joining("\n"));
        String more = found.size() > MAX_ROWS
                ? "\n… and " + (found.size() - MAX_ROWS) + " more: write a part of the name after `" + names.get(0)
                        + "`"
                : "";
        return Answer.ephemeral("*" + title + "* (" + found.size() + ")\n" + lines + more);
    }
}
