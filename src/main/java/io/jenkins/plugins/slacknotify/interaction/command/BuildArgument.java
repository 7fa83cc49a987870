package io.jenkins.plugins.slacknotify.interaction.command;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.JobSearchResult;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.interaction.text.DistinctLabels;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The job or build that one call of a command is about. Where it is not one, it answers the call: with buttons to choose from, or
 * with what there is of a similar name. Not safe for use by several threads.
 */
public final class BuildArgument {
    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

    /** The most words of a name. Each further word costs a look at the names of all jobs. */
    private static final int MAX_WORDS = 30;

    /** The most jobs or builds among which a member chooses by buttons. */
    private static final int MAX_CHOICES = 10;

    private final BuildControl control;
    private final JobFinder finder;
    private final CommandCall call;

    /** The words behind the argument, as they are written again. */
    private final Optional<String> end;

    public BuildArgument(BuildControl control, CommandCall call) {
        this(control, new JobFinder(control, call.as()), call, Optional.of(""));
    }

    private BuildArgument(BuildControl control, JobFinder finder, CommandCall call, Optional<String> end) {
        this.control = control;
        this.finder = finder;
        this.call = call;
        this.end = end;
    }

    /** Returns the argument of the same call with other words. */
    public BuildArgument withLine(CommandLine line) {
        return new BuildArgument(control, finder, call.withLine(line), end);
    }

    /** Returns this argument, behind which a word and a text stand that are no part of it. Buttons to choose from keep them. */
    BuildArgument followedBy(String word, String text) {
        return new BuildArgument(control, finder, call, CommandLine.quote(text).map(quoted -> word + " " + quoted));
    }

    /**
     * The job, and perhaps the build, that a command is about.
     *
     * @param build the build that was named; null where none was
     */
    public record Meant(JobReference job, @CheckForNull BuildSelector build) {
        /** Returns the number of the build that was named; null where none was. */
        @CheckForNull
        public Integer number() {
            return build instanceof BuildSelector.Number number ? number.number() : null;
        }

        private Meant with(@CheckForNull BuildSelector newBuild) {
            return new Meant(job, newBuild);
        }

        private String label() {
            return (hasOwnTitle() ? BranchNames.readable(job.fullName()) : job.displayName()) + suffix();
        }

        private String line() {
            return "• " + job.link() + suffix()
                    + (hasOwnTitle() ? " (" + Mrkdwn.quoted(BranchNames.readable(job.fullName())) + ")" : "");
        }

        /** Whether people read another name than Jenkins has, which may be that of another job. */
        private boolean hasOwnTitle() {
            return !BranchNames.isSame(job.displayName().replace(" » ", "/"), job.fullName());
        }

        private String suffix() {
            return build == null ? "" : " " + written(build);
        }
    }

    /** Calls a function with the job, and the build where one is named. */
    public Answer with(Function<Meant, Answer> then) {
        return named(read(), resolving(then));
    }

    /** Returns whether a command names neither a job nor a build, and so means those of its thread. */
    boolean isAboutHere() {
        return read().isEmpty();
    }

    private Answer named(NamedBuild named, Function<Meant, Answer> then) {
        String typed = named.job();
        if (typed.isEmpty()) {
            List<Meant> here = here();
            boolean mayBeOthers = call.here().isDigest() && (named.isEmpty() || here.size() == 1);
            return among(named.isEmpty() ? here : chosen(here, named.build()), mayBeOthers, then);
        }
        return BuildAddress.isAddress(typed)
                ? byAddress(typed, named.build(), then)
                : byName(typed, named.build(), then);
    }

    private NamedBuild read() {
        return NamedBuild.read(
                call.line().words(),
                !call.here().isEmpty(),
                name -> BuildAddress.isAddress(name) && name.indexOf(' ') < 0 || isKnown(name));
    }

    /** Finds the build to which a permalink leads before a function is called with it. */
    private Function<Meant, Answer> resolving(Function<Meant, Answer> then) {
        return meant -> meant.build() instanceof BuildSelector.Permalink permalink
                ? control.build(call.as(), meant.job().fullName(), permalink)
                        .map(build -> then.apply(meant.with(new BuildSelector.Number(build.number()))))
                        .orElseGet(() -> Answer.ephemeral(
                                meant.job().link() + " has no build " + Mrkdwn.quoted(permalink.id()) + "."))
                : then.apply(meant);
    }

    /** Calls a function with the job of a command for which no build of it matters, unless one was typed: it would be dropped. */
    public Answer withJob(Function<JobReference, Answer> then) {
        NamedBuild named = read();
        if (named.isEmpty()) {
            return among(jobs(here()).toList(), call.here().isDigest(), meant -> then.apply(meant.job()));
        }
        BuildSelector build = named.build();
        return build == null
                ? named(named, meant -> then.apply(meant.job()))
                : Answer.ephemeral("Nothing was done: " + Mrkdwn.quoted(written(build))
                        + " would be a build, and this is about a job as a whole. Leave it out.");
    }

    /** Writes a build so that it is read as one. */
    private static String written(BuildSelector build) {
        return build instanceof BuildSelector.Number number
                ? "#" + number.number()
                : ((BuildSelector.Permalink) build).id();
    }

    /** Calls a function with a build: the one that is named, or the newest one of the job. */
    public Answer withBuild(Function<BuildReference, Answer> then) {
        return with(meant -> build(meant)
                .map(then)
                .orElseGet(() -> Answer.ephemeral(meant.job().link() + " has not been built yet.")));
    }

    private Optional<BuildReference> build(Meant meant) {
        String job = meant.job().fullName();
        Integer number = meant.number();
        return number == null ? control.lastBuild(call.as(), job) : Optional.of(new BuildReference(job, number));
    }

    /**
     * Returns the words after the longest known name with which the words begin, as a name may have blanks. Empty where no known
     * name is their beginning, or where all words together are a name. A single word is never split.
     */
    public static Optional<String> surplus(List<String> words, Predicate<String> isKnown) {
        return Optional.of(words)
                .filter(all -> all.size() > 1)
                .flatMap(all -> longest(all, isKnown))
                .map(length -> text(words.subList(length, words.size())))
                .filter(rest -> !rest.isEmpty());
    }

    /** Returns of how many words the longest name is with which they begin; empty where they begin with none. */
    private static Optional<Integer> longest(List<String> words, Predicate<String> isName) {
        return Stream.iterate(Math.min(MAX_WORDS, words.size()), length -> length > 0, length -> length - 1)
                .filter(length -> isName.test(text(words.subList(0, length))))
                .findFirst();
    }

    private static String text(List<String> words) {
        return String.join(" ", words);
    }

    /**
     * Returns the line with the words of the name with which it begins as one, so that none of them is read as an option: a job may be called
     * {@code Nightly all}. The longest full name counts, or else the longest name that is known; a line that begins with none stays as it is.
     */
    public CommandLine joinName(Predicate<String> isKnown) {
        CommandLine line = call.line();
        List<String> words = line.words();
        if (words.size() < 2) {
            return line;
        }
        Set<String> fullNames = finder.fullNames(IntStream.rangeClosed(1, Math.min(MAX_WORDS, words.size()))
                .mapToObj(length -> text(words.subList(0, length)))
                .toList());
        int length = longest(words, fullNames::contains)
                .or(() -> longest(words, isKnown))
                .orElse(1);
        List<String> joined = new ArrayList<>(words.subList(length, words.size()));
        joined.add(0, text(words.subList(0, length)));
        return new CommandLine(line.name(), joined, line.values());
    }

    /** Returns by what jobs are found, all in this call. */
    public JobFinder finder() {
        return finder;
    }

    /** Whether a person's words are the name of one job, or of several, that the person may see. */
    public boolean isKnown(String typed) {
        return finder.isKnown(typed);
    }

    /** Answers that there is no such build. The words are the same for a build that the account may not read. */
    public static Answer noBuild(BuildReference build) {
        return Answer.ephemeral("There is no build #" + build.number() + " of " + Mrkdwn.bold(build.job())
                + " any more, or none that you may see.");
    }

    /** Answers that there is no such job. The words are the same for a job that the account may not read. */
    public static Answer noJob(String typed) {
        return Answer.ephemeral("There is no job " + Mrkdwn.bold(typed) + ", or none that you may see.");
    }

    /** The builds of the message where the command was called, as far as the account may read them. */
    private List<Meant> here() {
        return call.here().builds().stream()
                .flatMap(build -> finder.job(build.job()).stream()
                        .map(job -> new Meant(job, new BuildSelector.Number(build.number()))))
                .toList();
    }

    private static Stream<Meant> jobs(List<Meant> builds) {
        return builds.stream().map(meant -> meant.with(null)).distinct();
    }

    /** The builds of a number, or else what was typed of the same jobs. */
    private static List<Meant> chosen(List<Meant> builds, @CheckForNull BuildSelector build) {
        List<Meant> same = builds.stream()
                .filter(meant -> Objects.equals(meant.build(), build))
                .toList();
        return same.isEmpty() ? jobs(builds).map(meant -> meant.with(build)).toList() : same;
    }

    /**
     * Calls a function with the only choice, or asks which one is meant.
     *
     * @param mayBeOthers whether there may be other choices than these, so that even a single one is asked for
     */
    private Answer among(List<Meant> some, boolean mayBeOthers, Function<Meant, Answer> then) {
        if (some.isEmpty()) {
            return missing();
        }
        if (some.size() == 1 && !mayBeOthers) {
            return then.apply(some.get(0));
        }
        boolean areBuilds = some.get(0).build() != null;
        return choice("This message is about several builds. " + (areBuilds ? "Which one?" : "Which job?"), some);
    }

    private Answer missing() {
        String after = " after " + Mrkdwn.quoted(call.line().name());
        return Answer.ephemeral(
                call.here().isEmpty()
                        ? "Which job? Write its name" + after + ": the full name, the end of it, or its address."
                        : "What this message is about is not there any more, or you may not see it. Write the name of another job"
                                + after + ".");
    }

    private Answer byAddress(String typed, @CheckForNull BuildSelector build, Function<Meant, Answer> then) {
        String root = control.rootUrl().orElse(null);
        if (root == null) {
            return Answer.ephemeral(
                    "Jenkins does not know its own address, so it cannot read one. Write the name of the job instead.");
        }
        Optional<BuildAddress> address = BuildAddress.read(typed, root);
        if (address.isPresent()) {
            return ofAddress(address.get(), build, then);
        }
        // Slack makes an address of a name that looks like one, such as asp.net/main.
        String name = SCHEME.matcher(typed).replaceFirst("");
        if (isKnown(name)) {
            return byName(name, build, then);
        }
        int blank = typed.indexOf(' ');
        return Answer.ephemeral(
                blank > 0
                        ? "Nothing was done: what does " + Mrkdwn.quoted(typed.substring(blank + 1))
                                + " mean, behind the address? Leave it out."
                        : "That is not the address of a job of this Jenkins, " + Mrkdwn.address(root) + ".");
    }

    private Answer ofAddress(BuildAddress address, @CheckForNull BuildSelector build, Function<Meant, Answer> then) {
        BuildSelector own = address.build();
        if (own != null && build != null && !own.equals(build)) {
            return Answer.ephemeral("That is the address of build " + written(own) + ", and you have written "
                    + written(build) + ". Which one? Leave one out.");
        }
        return byFullName(finder.nameAt(address), own == null ? build : own, then);
    }

    /** Finds a job by its name, or by a piece of its address where no job is called so. */
    private Answer byName(String typed, @CheckForNull BuildSelector build, Function<Meant, Answer> then) {
        return (isKnown(typed)
                        ? Optional.<BuildAddress>empty()
                        : control.rootUrl().flatMap(root -> BuildAddress.readPart(typed, root)))
                .map(address -> ofAddress(address, build, then))
                .orElseGet(() -> byFullName(typed, build, then));
    }

    private Answer byFullName(String typed, @CheckForNull BuildSelector build, Function<Meant, Answer> then) {
        JobSearchResult result = finder.find(typed);
        if (result instanceof JobSearchResult.Found found) {
            return then.apply(new Meant(found.job(), build));
        }
        if (result instanceof JobSearchResult.Several several) {
            String sentence = several.candidates().size() == 1
                    ? noJob(typed).text() + " Did you mean"
                    : Mrkdwn.bold(typed) + " may mean several jobs. Which one?";
            return choice(sentence, meant(several.candidates(), build));
        }
        Optional<NameAmongWords> part = nameAmong(List.of(typed.split(" ")));
        String none = noJob(typed).text()
                + part.map(named -> " " + Mrkdwn.bold(named.name()) + " is there, but what does "
                                + Mrkdwn.quoted(named.others()) + " mean?")
                        .orElse("");
        // What stands beside a name may say which build, or when, so a button without it would do something else.
        List<JobReference> without = part.map(named -> found(named.name()).stream()
                        .filter(job -> !named.isAllIn(job))
                        .toList())
                .orElse(List.of());
        boolean mayBeBuild = part.filter(named -> named.others().codePoints().anyMatch(Character::isDigit))
                .isPresent();
        List<JobReference> likely = mayBeBuild
                ? List.of()
                : ((JobSearchResult.NotFound) result)
                        .likely().stream().filter(job -> !without.contains(job)).toList();
        String command = SentenceEnd.strip(typed.toLowerCase(Locale.ROOT));
        String other = OtherWords.NAMES.containsValue(command) ? " `" + command + "` is a command by itself." : "";
        return likely.isEmpty()
                ? Answer.ephemeral(none + other + " `jobs` lists those that you may see, and "
                        + Mrkdwn.quoted("help " + call.line().name()) + " says what the command takes.")
                : choice(none + " Did you mean", meant(likely, build));
    }

    private List<JobReference> found(String name) {
        JobSearchResult result = finder.find(name);
        if (result instanceof JobSearchResult.Found found) {
            return List.of(found.job());
        }
        return result instanceof JobSearchResult.Several several ? several.candidates() : List.of();
    }

    /** A name that is known, among words that may have any meaning. @param others those before or behind it */
    private record NameAmongWords(String name, String others) {
        private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

        /** Tests whether the name of a job has all of the other words: who wrote a blank for a slash has left out nothing. */
        boolean isAllIn(JobReference job) {
            Set<String> wanted = words(others);
            return !wanted.isEmpty()
                    && words(BranchNames.readable(job.fullName())).containsAll(wanted);
        }

        private static Set<String> words(String text) {
            return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }
    }

    /** Returns the longest name with which some words begin, or else the longest one with which they end. */
    private Optional<NameAmongWords> nameAmong(List<String> words) {
        return surplus(words, this::isKnown)
                .map(rest -> {
                    String all = text(words);
                    return new NameAmongWords(
                            all.substring(0, all.length() - rest.length()).strip(), rest);
                })
                .or(() -> IntStream.range(Math.max(1, words.size() - MAX_WORDS), words.size())
                        .filter(from -> isKnown(text(words.subList(from, words.size()))))
                        .boxed()
                        .findFirst()
                        .map(from -> new NameAmongWords(
                                text(words.subList(from, words.size())), text(words.subList(0, from)))));
    }

    private static List<Meant> meant(List<JobReference> jobs, @CheckForNull BuildSelector build) {
        return jobs.stream().map(job -> new Meant(job, build)).toList();
    }

    private Answer choice(String sentence, List<Meant> candidates) {
        List<Meant> shown = candidates.stream().limit(MAX_CHOICES).toList();
        List<String> labels = DistinctLabels.of(shown.stream().map(Meant::label).toList(), Blocks.MAX_LABEL);
        List<Blocks.Button> buttons = IntStream.range(0, shown.size())
                .boxed()
                .flatMap(index -> command(shown.get(index))
                        .map(text -> new Blocks.Button(labels.get(index), CommandInteraction.CHOOSE + index, text))
                        .stream())
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(sentence);
        shown.forEach(meant -> lines.add(meant.line()));
        if (shown.size() < candidates.size()) {
            lines.add("… and " + (candidates.size() - shown.size()) + " more. Write the name after "
                    + Mrkdwn.quoted(call.line().name()) + " for one of these.");
        }
        String text = String.join("\n", lines);
        return Answer.ephemeral(text)
                .withBlocks(Blocks.start().lines(lines).buttons(buttons).json());
    }

    /**
     * Writes the same command again, for a job whose full name is known, or a build of it.
     *
     * @return empty where it cannot be written, as of a value with quotes
     */
    private Optional<String> command(Meant meant) {
        CommandLine line = call.line();
        List<Optional<String>> parts = new ArrayList<>();
        parts.add(Optional.of(line.name()));
        parts.add(CommandLine.quote(meant.job().fullName()));
        parts.add(Optional.of(meant.suffix().strip()));
        line.values().forEach((name, value) -> parts.add(CommandLine.quoteValue(name, value)));
        parts.add(end);
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream()
                        .flatMap(Optional::stream)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
