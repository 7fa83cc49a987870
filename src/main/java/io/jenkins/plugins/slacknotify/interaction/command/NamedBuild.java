package io.jenkins.plugins.slacknotify.interaction.command;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The job that the words of a command name, and the build of it with which they end. Whatever stands for a build is read as one, as a
 * command without its build means another one: {@code shop 12}, {@code shop #12.}, {@code shop#12}, {@code shop/12}, {@code shop build 12},
 * {@code shop lastFailedBuild} and {@code shop last failed}; also before the job, as in {@code build 12 of shop}. In the thread of a build,
 * {@code this} is that. What a job is may stand around its name, as in {@code the shop build}.
 *
 * @param job as it was typed; empty where only a build was
 * @param build null where the words end with none
 */
record NamedBuild(String job, @CheckForNull BuildSelector build) {
    /** The longest text that is read: no name or address is longer, and some of these patterns are slow for long texts. */
    private static final int MAX_LENGTH = 2_000;

    /** The most words that stand for a build, as {@code last successful build} does. */
    private static final int MAX_WORDS = 3;

    private static final Pattern AROUND = Pattern.compile("^[(\\[{]+|(?<=[\\p{L}\\p{N}])[^\\p{L}\\p{N}]+$");
    private static final Pattern NUMBER = Pattern.compile("(#?)(\\p{Nd}{1,9})");

    private static final String WORD_FOR_NUMBER = "(?:build|run|number|no\\.?|nr\\.?)";

    /** The words that people write before a build's number, or a hash by itself. */
    private static final String WORDS_FOR_NUMBER = "(?:" + WORD_FOR_NUMBER + "(?:\\s+" + WORD_FOR_NUMBER + ")*\\s*)?#?";

    private static final Pattern BEFORE_NUMBER = Pattern.compile(WORDS_FOR_NUMBER, Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME_BEFORE_NUMBER =
            Pattern.compile("(.+?)[\\s,]+" + WORDS_FOR_NUMBER, Pattern.CASE_INSENSITIVE);

    /** A build that stands before its job. */
    private static final Pattern OF_JOB =
            Pattern.compile(WORDS_FOR_NUMBER + "(.+?)\\s+of\\s+((?:the\\s+)?(.+))", Pattern.CASE_INSENSITIVE);

    /** The words with which people point at a build of which a thread is about. */
    private static final Pattern HERE = Pattern.compile(
            "(?:of\\s+)?(?:it|this|that|(?:this|that|the)\\s+(?:build|job|run|one))", Pattern.CASE_INSENSITIVE);

    private static final Set<String> FILLERS = Set.of("of", "the", "job", "build");
    private static final Set<String> NOUNS = Set.of("job", "build");
    private static final int MAX_FILLERS = 2;

    /** A number that is glued to the name. */
    private static final Pattern GLUED = Pattern.compile("(.+?)(?:\\s*#|/#?)(\\p{Nd}{1,9}|last[A-Za-z]*Build)");

    /** The permalinks of Jenkins, and shorter forms of them. */
    private static final Pattern PERMALINK = Pattern.compile(
            "last[- ]?(?:(stable|success|successful|failed|failure|unstable|unsuccessful|completed)[- ]?)?(?:build|one)?"
                    + "|latest(?: (?:build|one))?",
            Pattern.CASE_INSENSITIVE);

    /**
     * Reads the words of a command.
     *
     * @param isInThread whether a number alone may be that of a build: otherwise it has to follow a name, unless it begins with a hash
     * @param isKnown whether a text is the name of a job, or of several, that the person may see, or an address
     */
    static NamedBuild read(List<String> words, boolean isInThread, Predicate<String> isKnown) {
        String typed = String.join(" ", words);
        if (typed.length() > MAX_LENGTH) {
            return new NamedBuild(typed, null);
        }
        boolean isHere = HERE.matcher(AROUND.matcher(typed).replaceAll("")).matches() && !isKnown.test(typed);
        if (isHere) {
            return new NamedBuild("", null);
        }
        NamedBuild named = readSentence(words, isInThread, isKnown);
        boolean isUnknown = named.build() == null && !named.job().isEmpty() && !isKnown.test(named.job());
        return isUnknown ? readEnd(words, isInThread, isKnown).orElse(named) : named;
    }

    /**
     * Reads a sentence. A name may begin like one, such as {@code The Ship}, so as few first words are left out as give the name of
     * a job.
     */
    private static NamedBuild readSentence(List<String> words, boolean isInThread, Predicate<String> isKnown) {
        NamedBuild named = readNamed(words, isInThread, isKnown);
        for (int fillers = 1; fillers <= MAX_FILLERS && fillers < words.size(); fillers++) {
            boolean isFiller = FILLERS.contains(words.get(fillers - 1).toLowerCase(Locale.ROOT));
            if (!isFiller || named.job().isEmpty() || isKnown.test(named.job())) {
                return named;
            }
            named = readNamed(words.subList(fillers, words.size()), isInThread, isKnown);
        }
        return named;
    }

    /** Reads a sentence that ends with what a job is, as {@code the shop build} does. */
    private static Optional<NamedBuild> readEnd(List<String> words, boolean isInThread, Predicate<String> isKnown) {
        int last = words.size() - 1;
        return Optional.of(words)
                .filter(all -> last > 0
                        && NOUNS.contains(
                                AROUND.matcher(all.get(last)).replaceAll("").toLowerCase(Locale.ROOT)))
                .map(all -> readSentence(all.subList(0, last), isInThread, isKnown))
                .filter(named -> named.build() == null && isKnown.test(named.job()));
    }

    private static NamedBuild readNamed(List<String> words, boolean isInThread, Predicate<String> isKnown) {
        String typed = String.join(" ", words);
        for (int length = Math.min(MAX_WORDS, words.size()); length > 0; length--) {
            List<String> before = words.subList(0, words.size() - length);
            String last = String.join(" ", words.subList(words.size() - length, words.size()));
            Optional<BuildSelector> build =
                    selector(last).filter(any -> mayFollow(before, any, last, isInThread, isKnown));
            if (build.isPresent()) {
                return new NamedBuild(job(String.join(" ", before), isKnown), build.get());
            }
        }
        return glued(typed, isKnown).or(() -> ofJob(typed, isKnown)).orElseGet(() -> new NamedBuild(typed, null));
    }

    /** Returns whether neither a job nor a build is named: what is meant is that of the thread. */
    boolean isEmpty() {
        return job.isEmpty() && build == null;
    }

    /**
     * A name may end like a build, such as {@code Release 2026}; a hash says that it is none. Words are more likely a part of a name than
     * digits are, so a job of all of them, such as {@code image latest}, goes before the newest build of {@code image}.
     */
    private static boolean mayFollow(
            List<String> before, BuildSelector build, String last, boolean isInThread, Predicate<String> isKnown) {
        if (last.startsWith("#")) {
            return true;
        }
        if (before.isEmpty()) {
            return isInThread && !isKnown.test(last);
        }
        String name = String.join(" ", before);
        return build instanceof BuildSelector.Number && isKnown.test(name) || !isKnown.test(name + " " + last);
    }

    private static String job(String typed, Predicate<String> isKnown) {
        if (typed.isEmpty() || isKnown.test(typed)) {
            return typed;
        }
        Matcher before = NAME_BEFORE_NUMBER.matcher(typed);
        if (before.matches() && isKnown.test(before.group(1))) {
            return before.group(1);
        }
        return BEFORE_NUMBER.matcher(typed).matches() ? "" : typed;
    }

    private static Optional<NamedBuild> ofJob(String typed, Predicate<String> isKnown) {
        Matcher of = OF_JOB.matcher(typed);
        return of.matches() && !isKnown.test(typed)
                ? selector(of.group(1))
                        .flatMap(build -> Stream.of(of.group(2), of.group(3))
                                .filter(isKnown)
                                .findFirst()
                                .map(name -> new NamedBuild(name, build)))
                : Optional.empty();
    }

    private static Optional<NamedBuild> glued(String typed, Predicate<String> isKnown) {
        Matcher glued = GLUED.matcher(AROUND.matcher(typed).replaceAll(""));
        return glued.matches() && !isKnown.test(typed) && isKnown.test(glued.group(1))
                ? selector(glued.group(2)).map(build -> new NamedBuild(glued.group(1), build))
                : Optional.empty();
    }

    private static Optional<BuildSelector> selector(String typed) {
        String text = AROUND.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        Matcher permalink = PERMALINK.matcher(text);
        if (permalink.matches()) {
            return Optional.of(new BuildSelector.Permalink(permalink(permalink.group(1))));
        }
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? Optional.of(new BuildSelector.Number(number(number.group(2)))) : Optional.empty();
    }

    private static String permalink(@CheckForNull String kind) {
        String small = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
        String named =
                switch (small) {
                    case "" -> "";
                    case "success" -> "Successful";
                    case "failure" -> "Failed";
                    default -> Character.toUpperCase(small.charAt(0)) + small.substring(1);
                };
        return "last" + named + "Build";
    }

    /** Returns the number that some digits of any script mean. */
    private static int number(String digits) {
        return digits.codePoints().map(digit -> Character.digit(digit, 10)).reduce(0, (sum, digit) -> 10 * sum + digit);
    }
}
