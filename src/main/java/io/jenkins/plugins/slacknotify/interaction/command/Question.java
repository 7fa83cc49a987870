package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question about builds as people ask each other, such as {@code is shop ok?}, {@code why did main fail?}, {@code who broke shop} and {@code
 * what is running}. A command that reads answers it, so a question that was meant otherwise costs a glance. No effect is ever asked for so.
 *
 * <p>Each word counts: a question has the words below, in any order, and the name of one job in one piece, perhaps with its build. With any
 * other word it is none.
 */
final class Question {
    /** What a word of a question says. */
    private enum Meaning {
        OPENING("is are was were did does has have how hows show tell give get check describe"),
        FILLER("a an about at be been build current currently doing empty for going had happened happening in "
                + "info its job long many now of on please still the there today up us will with yet"),
        HERE("it that these this"),
        WHY("why"),
        WHO("who whos whose"),
        WHAT("what whats which"),
        WHEN("when since"),
        ANY("all any anything builds everything jobs something"),
        LAST("last latest"),
        BROKE("blame break breaks broke fault"),
        BAD("bad broken down fail failed failing fails failure failures red unstable wrong"),
        GOOD("alive alright blue fine fixed good green healthy ok okay pass passed passes passing stable "
                + "succeed succeeded succeeds success successful"),
        RUNS("building running runs"),
        RAN("built ran run start started"),
        ENDED("complete completed done ended finish finished finishes over ready"),
        QUEUED("pending queue queued waiting waits"),
        ME("answer approval input me my"),
        STATE("health state status"),
        LOG("console log logs output"),
        TESTS("test tests");

        private final List<String> words;

        Meaning(String words) {
            this.words = List.of(words.split(" "));
        }
    }

    /** Words that stand one behind the other, from an index to before another one. */
    private record Span(int from, int to) {
        static final Span NONE = new Span(0, 0);

        int length() {
            return to - from;
        }

        List<String> of(List<String> words) {
            return words.subList(from, to);
        }
    }

    private static final Map<String, Meaning> MEANINGS = meanings();

    /** What the first word of a question says. Without one of these, a sentence has to have the name of a job that is there. */
    private static final Set<Meaning> OPENINGS =
            EnumSet.of(Meaning.OPENING, Meaning.WHY, Meaning.WHO, Meaning.WHAT, Meaning.WHEN);

    /** What no list of jobs says, so that such a list is no answer. */
    private static final Set<Meaning> NEVER_LISTED = EnumSet.of(Meaning.RAN, Meaning.ENDED, Meaning.LAST, Meaning.WHEN);

    private static final String STATUS = "status";
    private static final String WHY = "why";

    private static final int MAX_WORDS = 15;

    /** The most words of a question that may also be the first or the last ones of a name. */
    private static final int MAX_SHARED = 5;

    private static final Pattern APOSTROPHE = Pattern.compile("['’](?=s$)");

    private final JobFinder finder;
    private final CommandCall call;
    private final List<String> words;
    private final List<Optional<Meaning>> meanings;

    private Question(BuildControl control, CommandCall call) {
        this.finder = new JobFinder(control, call.as());
        this.call = call;
        this.words = call.line().words();
        this.meanings = IntStream.range(0, words.size())
                .mapToObj(index ->
                        call.line().quoted().contains(index) ? Optional.<Meaning>empty() : meaning(words.get(index)))
                .toList();
    }

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> meanings = new HashMap<>();
        for (Meaning meaning : Meaning.values()) {
            meaning.words.forEach(word -> meanings.put(word, meaning));
        }
        return Map.copyOf(meanings);
    }

    private static Optional<Meaning> meaning(String word) {
        String small = SentenceEnd.strip(Normalizer.normalize(word, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MEANINGS.get(APOSTROPHE.matcher(small).replaceFirst("")));
    }

    /** Tests whether a word may begin a question. */
    static boolean isBegunBy(String word) {
        return meaning(word).filter(OPENINGS::contains).isPresent();
    }

    /**
     * Returns the command that answers a question; empty for any other line.
     *
     * @param call with a line that has no name, and all words
     */
    static Optional<CommandLine> answered(BuildControl control, CommandCall call) {
        return call.line().words().size() < MAX_WORDS ? new Question(control, call).command() : Optional.empty();
    }

    private Optional<CommandLine> command() {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        // It is a command as well, with a name that may have these words.
        Span rest = new Span(1, words.size());
        if (isSaid(0, Meaning.WHY) && rest.length() > 0 && isKnown(rest.of(words))) {
            return command(rest.of(words), said(rest));
        }
        List<Integer> others = IntStream.range(0, words.size())
                .filter(index -> meanings.get(index).isEmpty())
                .boxed()
                .toList();
        if (others.isEmpty()) {
            boolean isQuestion = isBegun() || isSaid(0, Meaning.ANY) && words.size() > 1;
            return isQuestion ? command(List.of(), said(Span.NONE)) : Optional.empty();
        }
        int first = others.get(0);
        int behind = others.get(others.size() - 1) + 1;
        return named(first, behind).or(() -> isBegun() && behind - first == 1 ? unknown(first) : Optional.empty());
    }

    private boolean isBegun() {
        return isBegunBy(words.get(0));
    }

    private boolean isSaid(int index, Meaning meaning) {
        return meanings.get(index).filter(meaning::equals).isPresent();
    }

    /** Reads the question with the longest name of a job that has these words. */
    private Optional<CommandLine> named(int first, int behind) {
        List<Span> names = new ArrayList<>();
        for (int from = Math.max(isBegun() ? 1 : 0, first - MAX_SHARED); from <= first; from++) {
            for (int to = behind; to <= Math.min(words.size(), behind + MAX_SHARED); to++) {
                names.add(new Span(from, to));
            }
        }
        return names.stream()
                .filter(name -> isBegun() || mayBeginWith(name))
                .filter(name -> mayEndBehind(behind, name.to()))
                .sorted(Comparator.comparing(Span::length).reversed())
                .filter(name -> isKnown(name.of(words)))
                .findFirst()
                .flatMap(name -> command(name.of(words), said(name)));
    }

    /**
     * Tests whether a sentence may begin with a name, as in {@code shop ok?}. It must not be meant to start something, as {@code shop run} may be,
     * nor begin with what is another command elsewhere, such as {@code deploy}.
     */
    private boolean mayBeginWith(Span name) {
        return name.from() == 0
                && !said(name).contains(Meaning.RAN)
                && (name.to() < words.size()
                        || STATUS.equals(
                                OtherWords.NAMES.getOrDefault(words.get(0).toLowerCase(Locale.ROOT), STATUS)));
    }

    /** In {@code when did main last fail}, the word is none of a build's name. */
    private boolean mayEndBehind(int behind, int to) {
        return !said(Span.NONE).contains(Meaning.WHEN)
                || IntStream.range(behind, to).noneMatch(index -> isSaid(index, Meaning.LAST));
    }

    /** Reads the question with a word for a name that is none: the answer says so, unless more than one job is asked for. */
    private Optional<CommandLine> unknown(int index) {
        return said(Span.NONE).contains(Meaning.ANY)
                ? Optional.empty()
                : command(List.of(SentenceEnd.strip(words.get(index))), said(new Span(index, index + 1)));
    }

    private boolean isKnown(List<String> some) {
        Predicate<String> isName =
                name -> BuildAddress.isAddress(name) && name.indexOf(' ') < 0 || finder.isKnown(name);
        NamedBuild named = NamedBuild.read(some, !call.here().isEmpty(), isName);
        return named.job().isEmpty() ? named.build() != null : isName.test(named.job());
    }

    /** Returns what all words say but those of a name. */
    private Set<Meaning> said(Span name) {
        Set<Meaning> said = EnumSet.noneOf(Meaning.class);
        IntStream.range(0, words.size())
                .filter(index -> index < name.from() || index >= name.to())
                .forEach(index -> meanings.get(index).ifPresent(said::add));
        return said;
    }

    private Optional<CommandLine> command(List<String> name, Set<Meaning> said) {
        boolean isOfOne = !name.isEmpty() || said.contains(Meaning.HERE);
        if (said.contains(Meaning.WHO) && !said.contains(Meaning.BROKE)) {
            return Optional.empty();
        }
        return ofOne(said)
                .or(() -> ofSeveral(said, isOfOne))
                .or(() -> isOfOne || !call.here().isEmpty() ? Optional.of(STATUS) : Optional.empty())
                .map(command -> new CommandLine(command, withBuild(name, said), Map.of()));
    }

    /** Returns the command about one job or build; empty where its status is asked for, or that of several. */
    private static Optional<String> ofOne(Set<Meaning> said) {
        if (said.contains(Meaning.LOG)) {
            return Optional.of("log");
        }
        if (said.contains(Meaning.TESTS)) {
            return Optional.of("tests");
        }
        boolean isWhy = said.contains(Meaning.WHY) || said.contains(Meaning.BROKE) && !said.contains(Meaning.WHEN);
        return isWhy && !said.contains(Meaning.QUEUED) ? Optional.of(WHY) : Optional.empty();
    }

    /** Returns the command that lists; empty where nothing is to be listed. @param isOfOne whether a name or the build of the thread is meant */
    private Optional<String> ofSeveral(Set<Meaning> said, boolean isOfOne) {
        boolean isOfAny = said.contains(Meaning.ANY);
        boolean isList = isOfAny || said.contains(Meaning.WHAT);
        if (isOfOne && !isList || said.contains(Meaning.HERE) || said.contains(Meaning.STATE)) {
            return Optional.empty();
        }
        if (said.contains(Meaning.QUEUED)) {
            // The second word may be that of "show me", which says nothing.
            boolean isForMe = IntStream.range(2, words.size()).anyMatch(index -> isSaid(index, Meaning.ME));
            return Optional.of(isForMe ? "waiting" : "queue");
        }
        if (said.contains(Meaning.RUNS)) {
            return Optional.of("running");
        }
        if (said.contains(Meaning.BAD)) {
            return Optional.of(isOfAny || call.here().isEmpty() || isOfOne ? "failing" : WHY);
        }
        if (!isOfAny || !Collections.disjoint(said, NEVER_LISTED)) {
            return Optional.empty();
        }
        if (said.contains(Meaning.GOOD)) {
            // Whether all are good is known by what is not; which ones are is not.
            return said.contains(Meaning.WHAT) ? Optional.empty() : Optional.of("failing");
        }
        return Optional.of("jobs");
    }

    /** Returns a name with the build that is asked for, as in {@code when did shop last pass}. */
    private static List<String> withBuild(List<String> name, Set<Meaning> said) {
        if (!said.contains(Meaning.WHEN) || !said.contains(Meaning.LAST)) {
            return name;
        }
        // To Jenkins, an unstable build is a successful one as well.
        String build = said.contains(Meaning.GOOD)
                ? "lastStableBuild"
                : said.contains(Meaning.BAD) || said.contains(Meaning.BROKE)
                        ? "lastFailedBuild"
                        : said.contains(Meaning.ENDED) ? "lastCompletedBuild" : "lastBuild";
        return Stream.concat(name.stream(), Stream.of(build)).toList();
    }
}
