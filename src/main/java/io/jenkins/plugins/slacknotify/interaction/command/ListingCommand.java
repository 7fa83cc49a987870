package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command that lists those jobs or builds of a kind that the account may see, and whose names contain the typed text. */
final class ListingCommand implements Command {
    private static final int MAX_ROWS = 20;

    private static final String BEHIND = "[*_~" + SentenceEnd.CHARACTERS + "]";

    /** A command about jobs by a part of their name takes a pattern of it for the same: the stars, and what ends a sentence. */
    private static final Pattern AROUND = Pattern.compile("^[*_~]+|(?<=/)\\*+$|(?<!" + BEHIND + ")" + BEHIND + "+$");

    private final BuildControl control;
    private final String name;
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
            String name,
            String purpose,
            String title,
            String none,
            Function<String, List<Row>> rows) {
        this.control = control;
        this.name = name;
        this.purpose = purpose;
        this.title = title;
        this.none = none;
        this.rows = rows;
    }

    static Command jobs(BuildControl control) {
        return new ListingCommand(
                control,
                "jobs",
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
                "running",
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
                "waiting",
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
                "queue",
                "what waits in the queue, and why",
                "Queue",
                "Nothing waits that you may see.",
                account ->
                        control.queue(account).stream().map(ListingCommand::row).toList());
    }

    private static Row row(BuildProgress build) {
        return new Row(build.job(), BuildSentences.progress(build));
    }

    private static Row row(QueuedBuild build) {
        return new Row(build.job(), BuildSentences.waiting(build));
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(List.of(name), "[TEXT]", purpose);
    }

    /** Returns what a name has to have, of a text, a pattern or an address. */
    private String typed(String text) {
        String name = control.rootUrl()
                .flatMap(root -> BuildAddress.readWholeOrPart(text, root))
                .map(address -> BranchNames.readable(address.job()))
                .orElse(text);
        return AROUND.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    @Override
    public Answer run(CommandCall call) {
        String typed = typed(call.line().text());
        List<Row> found = rows.apply(call.as()).stream()
                .filter(row -> row.contains(typed))
                .toList();
        if (found.isEmpty()) {
            return Answer.ephemeral(
                    typed.isEmpty()
                            ? none
                            : none + " That is, by a name with " + Mrkdwn.quoted(typed) + "; `" + name
                                    + "` alone lists all.");
        }
        String lines =
                found.stream().limit(MAX_ROWS).map(row -> "• " + row.text()).collect(Collectors.joining("\n"));
        String more = found.size() > MAX_ROWS
                ? "\n… and " + (found.size() - MAX_ROWS) + " more: write a part of the name after `" + name + "`"
                : "";
        return Answer.ephemeral("*" + title + "* (" + found.size() + ")\n" + lines + more);
    }
}
