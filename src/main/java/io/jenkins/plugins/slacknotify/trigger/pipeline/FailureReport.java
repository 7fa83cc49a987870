package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.StageReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of what a search has found in a pipeline's graph a report about its stages. */
final class FailureReport {
    private static final int REASONS = 3;

    private final FailureSearch search;
    private final Outcome ofBuild;
    private final boolean testsFail;
    private final Function<String, Optional<String>> mask;

    /**
     * @param ofBuild how the build stands
     * @param testsFail whether tests of it fail, so that nobody needs to hear of the step that has published them
     * @param mask masks secrets in the texts of errors and warnings; empty where a text is not to be quoted
     */
    FailureReport(FailureSearch search, Outcome ofBuild, boolean testsFail, Function<String, Optional<String>> mask) {
        this.search = search;
        this.ofBuild = ofBuild;
        this.testsFail = testsFail;
        this.mask = mask;
    }

    /**
     * Returns the report about a whole build.
     *
     * @param end the error that has ended the pipeline; null for none
     */
    StageReport ofWhole(@CheckForNull Throwable end) {
        return report(true, interruption(end), null, null);
    }

    /**
     * Returns the report about a running build, as one of its steps sees it.
     *
     * @param ofAll searches all that runs, in whatever branch
     */
    StageReport ofStep(GraphNode step, Supplier<FailureSearch> ofAll) {
        String branches = StageNames.ofBranches(step);
        Outcome outcome = branches == null ? null : outcomeOfBranch(ofAll);
        // A step in a branch does not see what the others do.
        boolean seesAll = branches == null;
        return report(seesAll, null, branches, outcome);
    }

    private StageReport report(
            boolean seesAll,
            @CheckForNull Interruption interruption,
            @CheckForNull String viewpoint,
            @CheckForNull Outcome outcome) {
        Map<String, FailedStage> failed = stages(failure -> !failure.sparesBuild(), seesAll);
        Map<String, FailedStage> spared = stages(Failure::sparesBuild, seesAll);
        // A stage is told once, unless it ended worse than what the build is bad for.
        spared.entrySet()
                .removeIf(stage -> failed.containsKey(stage.getKey())
                        && !stage.getValue()
                                .outcome()
                                .isWorseThan(failed.get(stage.getKey()).outcome()));
        return new StageReport(
                List.copyOf(failed.values()),
                List.copyOf(spared.values()),
                stageOfResult(seesAll),
                interruption,
                viewpoint,
                outcome);
    }

    /**
     * Returns how the branch stands; null where it stands as the build does. What went wrong in another branch is not true of
     * this one; but that the build is bad is, where no branch says why.
     */
    @CheckForNull
    private Outcome outcomeOfBranch(Supplier<FailureSearch> ofAll) {
        Optional<Outcome> own = search.worst();
        if (own.isPresent() || !ofBuild.isBad()) {
            return own.orElse(null);
        }
        return ofAll.get().worst().isEmpty() ? null : Outcome.SUCCESS;
    }

    /** Returns the stages of some of the failures, in their order, by what tells them apart. */
    private Map<String, FailedStage> stages(Predicate<Failure> some, boolean seesAll) {
        Map<String, List<Failure>> byStage = new LinkedHashMap<>();
        search.certain().stream()
                .filter(some)
                .filter(failure -> !testsFail || !failure.node().publishesTests())
                .filter(failure -> failure.outcome() != Outcome.NOT_BUILT || ofBuild == Outcome.NOT_BUILT)
                .forEach(failure -> byStage.computeIfAbsent(key(failure), key -> new ArrayList<>())
                        .add(failure));
        Map<String, FailedStage> stages = new LinkedHashMap<>();
        byStage.forEach((key, failures) -> stages.put(key, stage(failures, seesAll)));
        return stages;
    }

    /** Outside of all stages, each failure is told by itself. */
    private static String key(Failure failure) {
        String name = StageNames.of(failure.node());
        return name == null ? failure.node().id() : " " + name;
    }

    private FailedStage stage(List<Failure> failures, boolean seesAll) {
        Outcome worst = failures.stream()
                .map(Failure::outcome)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Failure> telling =
                failures.stream().filter(failure -> failure.outcome() == worst).toList();
        String reasons = telling.stream()
                .map(this::reason)
                .filter(Objects::nonNull)
                .distinct()
                .limit(REASONS)
                .collect(Collectors.joining("; "));
        Failure first = telling.get(0);
        String name = StageNames.of(first.node());
        String error = reasons.isEmpty() ? null : reasons;
        List<String> log = first.error() == null ? List.of() : log(search.origin(first), seesAll);
        Throwable thrown = first.error();
        boolean stopped = thrown != null && Errors.isInterruption(thrown);
        List<String> waited = stopped && log.isEmpty() ? logOfWaiting(first.node(), seesAll) : List.of();
        if (error != null && !waited.isEmpty()) {
            return new FailedStage(name, worst, error + ": " + waited.get(waited.size() - 1), waited, null);
        }
        return log.isEmpty() && first.error() != null
                ? new FailedStage(name, worst, error, logBefore(first.node(), seesAll), null)
                : new FailedStage(name, worst, error, log);
    }

    /**
     * Returns what the last step has logged that failed before in the same stage, whose error the script has caught. It is shown where the
     * failed step has logged nothing, as {@code error} does, and not searched for the reason: another one may be.
     */
    private List<String> logBefore(GraphNode node, boolean seesAll) {
        return search.nodes()
                .stepsBefore(node)
                .filter(step -> step.error() != null)
                .findFirst()
                .map(step -> log(step, seesAll))
                .orElse(List.of());
    }

    /**
     * Returns what a block has logged that was stopped before anything of it ran, as one that waits for an agent until its time is over.
     * It says last what it waits for.
     */
    private List<String> logOfWaiting(GraphNode end, boolean seesAll) {
        GraphNode start = end.blockStart();
        return start != null
                        && end.parents().stream().anyMatch(before -> before.id().equals(start.id()))
                ? log(start, seesAll).stream().filter(line -> !line.isBlank()).toList()
                : List.of();
    }

    private List<String> log(GraphNode step, boolean seesAll) {
        return step.log(() -> seesAll ? search.nodes().countSince(step) : OptionalInt.empty());
    }

    /** Returns the stage in which the build got its result, without a reason: the step before need not be the reason. */
    @CheckForNull
    private FailedStage stageOfResult(boolean seesAll) {
        return search.suspect()
                .map(failure -> stage(List.of(failure), seesAll))
                .or(() -> search.placeOfResult()
                        .filter(node -> ofBuild.isBad())
                        .map(node -> new FailedStage(
                                StageNames.of(node),
                                ofBuild,
                                null,
                                search.nodes()
                                        .stepsBefore(node)
                                        .findFirst()
                                        .map(step -> log(step, seesAll))
                                        .orElse(List.of()),
                                null)))
                .orElse(null);
    }

    /** Returns what was noted about a failure, and its error; null where neither says anything, or that is not to be quoted. */
    @CheckForNull
    private String reason(Failure failure) {
        Throwable error = failure.error();
        String text = Stream.of(failure.message(), error == null ? null : Errors.text(error))
                .map(Errors::firstLine)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
        return text.isEmpty() ? null : mask.apply(text).orElse(null);
    }

    /** Returns why the pipeline was interrupted: by the error that has ended it, or else by an error that a step has caught and noted. */
    @CheckForNull
    private Interruption interruption(@CheckForNull Throwable end) {
        if (end != null) {
            return search.isCutOff()
                    ? new Interruption(Interruption.Kind.RESTART, null)
                    : Errors.interruption(end, agent(end)).orElse(null);
        }
        return ofBuild.isVerdict()
                ? null
                : search.certain().stream()
                        .flatMap(failure -> Stream.ofNullable(failure.error()))
                        .flatMap(error -> Errors.interruption(error, agent(error)).stream())
                        .findFirst()
                        .orElse(null);
    }

    /** Returns the agent on which the step ran that failed with an error; null for none. */
    @CheckForNull
    private String agent(Throwable error) {
        return search.certain().stream()
                .filter(failure -> failure.error() != null && Errors.isSame(failure.error(), error))
                .flatMap(failure -> failure.node().blocksInOrEnded())
                .map(GraphNode::agent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
