package io.jenkins.plugins.slacknotify.interaction.command;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.JobSearchResult;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the job or build that a command is about. Where it is not one, it answers the command: with buttons to choose from, or
 * with what there is of a similar name.
 */
public final class BuildArgument {
    private static final int NAME_LIMIT = 200;
    private static final int MAX_DIGITS = 9;

    private final BuildControl control;
    private final JobFinder finder;

    public BuildArgument(BuildControl control) {
        this.control = control;
        this.finder = new JobFinder(control);
    }

    /**
     * What a command is about.
     *
     * @param number the build that was named; null where none was
     */
    public record Meant(JobReference job, @CheckForNull Integer number) {}

    /** Calls a function with the job, and the build where one is named. */
    public Answer with(CommandCall call, Function<Meant, Answer> then) {
        List<String> words = call.line().words();
        if (words.isEmpty()) {
            return here(call).map(then).orElseGet(() -> missing(call));
        }
        Integer number = null;
        String last = words.get(words.size() - 1);
        List<String> name = words;
        if (isNumber(last, words.size() > 1)) {
            number = Integer.valueOf(last.startsWith("#") ? last.substring(1) : last);
            name = words.subList(0, words.size() - 1);
        }
        if (name.isEmpty()) {
            Integer chosen = number;
            return here(call)
                    .map(meant -> then.apply(new Meant(meant.job(), chosen)))
                    .orElseGet(() -> missing(call));
        }
        String typed = String.join(" ", name);
        return BuildAddress.isAddress(typed) ? byAddress(call, typed, then) : byName(call, typed, number, then);
    }

    /** Calls a function with a build: the one that is named, or the newest one of the job. */
    public Answer withBuild(CommandCall call, Function<BuildReference, Answer> then) {
        return with(
                call,
                meant -> build(call, meant)
                        .map(then)
                        .orElseGet(() -> Answer.ephemeral(link(meant.job()) + " has not been built yet.")));
    }

    private Optional<BuildReference> build(CommandCall call, Meant meant) {
        String job = meant.job().fullName();
        Integer number = meant.number();
        return number == null ? control.lastBuild(call.as(), job) : Optional.of(new BuildReference(job, number));
    }

    /** Says that there is no such build, in the same words where it may not be read. */
    public static Answer noBuild(BuildReference build) {
        return Answer.ephemeral("There is no build #" + build.number() + " of " + Mrkdwn.bold(build.job(), NAME_LIMIT)
                + " any more, or none that you may see.");
    }

    /** Says that there is no such job, in the same words where it may not be read. */
    public static Answer noJob(String typed) {
        return Answer.ephemeral("There is no job " + Mrkdwn.bold(typed, NAME_LIMIT) + ", or none that you may see.");
    }

    public static String link(JobReference job) {
        return "*" + Mrkdwn.link(job.url(), job.displayName(), NAME_LIMIT) + "*";
    }

    /** A number alone can be the name of a job, so it has to follow one, unless it begins with a hash. */
    private static boolean isNumber(String word, boolean followsName) {
        String digits = word.startsWith("#") ? word.substring(1) : word;
        return (followsName || word.startsWith("#"))
                && !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private Optional<Meant> here(CommandCall call) {
        BuildReference here = call.here();
        return here == null
                ? Optional.empty()
                : control.job(call.as(), here.job()).map(job -> new Meant(job, here.number()));
    }

    private static Answer missing(CommandCall call) {
        return Answer.ephemeral("Which job? Write its name after `"
                + Mrkdwn.code(call.line().name(), NAME_LIMIT) + "`: the full name, the end of it, or its address.");
    }

    private Answer byAddress(CommandCall call, String typed, Function<Meant, Answer> then) {
        String root = control.rootUrl().orElse(null);
        if (root == null) {
            return Answer.ephemeral(
                    "Jenkins does not know its own address, so it cannot read one. Write the name of the job instead.");
        }
        Optional<BuildAddress> address = BuildAddress.read(typed, root);
        if (address.isEmpty()) {
            return Answer.ephemeral("That is no address of a job of this Jenkins, " + Mrkdwn.address(root) + ".");
        }
        return byName(call, address.get().job(), address.get().number(), then);
    }

    private Answer byName(CommandCall call, String typed, @CheckForNull Integer number, Function<Meant, Answer> then) {
        JobSearchResult result = finder.find(call.as(), typed);
        if (result instanceof JobSearchResult.Found found) {
            return then.apply(new Meant(found.job(), number));
        }
        if (result instanceof JobSearchResult.Several several) {
            return choice(
                    call,
                    "Several jobs are called " + Mrkdwn.bold(typed, NAME_LIMIT) + ". Which one?",
                    several.candidates(),
                    number);
        }
        List<JobReference> likely = ((JobSearchResult.NotFound) result).likely();
        Answer none = noJob(typed);
        return likely.isEmpty() ? none : choice(call, none.text() + " Did you mean", likely, number);
    }

    private static Answer choice(
            CommandCall call, String sentence, List<JobReference> candidates, @CheckForNull Integer number) {
        List<Blocks.Button> buttons = IntStream.range(0, candidates.size())
                .boxed()
                .flatMap(index -> command(call.line(), candidates.get(index), number)
                        .map(text -> new Blocks.Button(
                                candidates.get(index).displayName(), CommandInteraction.CHOOSE + index, text))
                        .stream())
                .toList();
        String names = String.join(
                "\n", candidates.stream().map(job -> "• " + link(job)).toList());
        return Answer.ephemeral(sentence + "\n" + names)
                .withBlocks(Blocks.start()
                        .section(sentence + "\n" + names)
                        .buttons(buttons)
                        .json());
    }

    /**
     * Writes the same command again, for a job whose full name is known.
     *
     * @return empty where it cannot be written, as of a value with quotes
     */
    private static Optional<String> command(CommandLine line, JobReference job, @CheckForNull Integer number) {
        List<Optional<String>> parts = new ArrayList<>();
        parts.add(Optional.of(line.name()));
        parts.add(CommandLine.quote(job.fullName()));
        parts.add(Optional.of(number == null ? "" : "#" + number));
        line.values()
                .forEach((name, value) -> parts.add(CommandLine.quote(value).map(quoted -> name + "=" + quoted)));
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream()
                        .flatMap(Optional::stream)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
