package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The report of the stages of a build, as seen from one place.
 *
 * @param failed the stages that did not end well, the first that failed first
 * @param spared stages that did not end well either, and that are none of the reasons why the build is bad
 * @param suspect a stage with an error that was caught, which may be why the build is bad if nothing else is, or in which the build got
 *     its result; null for none
 * @param interruption what stopped the build before its end; null where the stages do not know
 * @param viewpoint the branch of a parallel step, or the cell of a matrix, from which it is seen; null for the whole build
 * @param outcome how that branch or cell stands; null where it stands as the build does
 */
public record StageReport(
        List<FailedStage> failed,
        List<FailedStage> spared,
        @CheckForNull FailedStage suspect,
        @CheckForNull Interruption interruption,
        @CheckForNull String viewpoint,
        @CheckForNull Outcome outcome) {
    /** The report about a build without stages. */
    public static final StageReport NONE = of(List.of(), null);

    public StageReport {
        failed = List.copyOf(failed);
        spared = List.copyOf(spared);
        viewpoint = Excerpt.truncateNullable(viewpoint, Findings.MAX_VIEWPOINT);
    }

    /** Returns the report of a whole build that knows of no other stages. */
    static StageReport of(List<FailedStage> failed, @CheckForNull Interruption interruption) {
        return new StageReport(failed, List.of(), null, interruption, null, null);
    }

    /** Returns how the build stands, as seen from there. */
    public Outcome outcomeOr(Outcome ofBuild) {
        return Objects.requireNonNullElse(outcome, ofBuild);
    }

    /** Whether the stages say why a build ended as it did. */
    boolean explains(Outcome ofBuild) {
        return !ofBuild.isBad() && ofBuild != Outcome.ABORTED
                || suspect != null && suspect.explanation() != null
                || interruption != null
                || failed.stream().anyMatch(stage -> !ofBuild.isWorseThan(stage.outcome()));
    }

    /** Returns this report with what another one says besides, as of a log, whose lines alone say less than the name of a stage. */
    StageReport and(StageReport other) {
        Predicate<FailedStage> saysMore = stage -> suspect == null || stage.explanation() != null;
        return new StageReport(
                concat(failed, other.failed.stream().filter(saysMore).toList()),
                concat(spared, other.spared),
                suspect == null ? other.suspect : suspect,
                interruption == null ? other.interruption : interruption,
                viewpoint,
                outcome);
    }

    /**
     * Returns the stages to tell of. The first one is told in a notification, so those come first that ended as badly as the build, before
     * those that were stopped while others failed; and last those that it is not bad for.
     *
     * @param outcome of the build
     * @param testsFail whether tests fail, which makes a build unstable by itself
     */
    List<FailedStage> toNotify(Outcome outcome, boolean testsFail) {
        boolean explained = !outcome.isBad()
                || outcome == Outcome.UNSTABLE && testsFail
                || failed.stream().anyMatch(stage -> !outcome.isWorseThan(stage.outcome()));
        List<FailedStage> all = new ArrayList<>(failed);
        if (!explained && suspect != null) {
            all.add(new FailedStage(suspect.name(), outcome, suspect.error(), suspect.log(), suspect.reason()));
        }
        all.sort(Comparator.comparing((FailedStage stage) -> outcome.isWorseThan(stage.outcome()))
                .thenComparing(stage -> outcome.isVerdict() != stage.outcome().isVerdict()));
        return concat(all, spared);
    }

    private static List<FailedStage> concat(List<FailedStage> some, List<FailedStage> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
