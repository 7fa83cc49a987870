package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the stages that did not end well: their names in the headline, and below it why. */
final class StageRenderer {
    /** The most stages that are listed below the headline. The others are counted. */
    static final int STAGES_SHOWN = 4;

    private static final int NAMES_SHOWN = 3;
    private static final int MAX_NAME = 80;
    private static final int MAX_ERROR = 300;

    private StageRenderer() {}

    /** Adds to a headline in which stages the build failed or was aborted. Failing tests say more, so they take that place. */
    static String withStages(String headline, BuildEvent event) {
        List<String> names = namesInHeadline(event);
        int more = event.findings().moreFailedStages() + Math.max(0, names.size() - NAMES_SHOWN);
        String shown = names.stream()
                .limit(NAMES_SHOWN)
                .map(name -> Mrkdwn.line(name, MAX_NAME))
                .collect(Collectors.joining(Phrase.HEADLINE_STAGES_SEPARATOR.format()));
        if (more > 0 && !names.isEmpty()) {
            return Phrase.HEADLINE_STAGES_MORE.format(headline, shown, more);
        }
        return switch (names.size()) {
            case 0 -> headline;
            case 1 -> Phrase.HEADLINE_STAGE.format(headline, shown);
            default -> Phrase.HEADLINE_STAGES.format(headline, shown);
        };
    }

    /** Whether a stage fails otherwise than it did in a build before, or has no words for it. */
    static boolean isNew(FailedStage stage, @CheckForNull BuildEvent before) {
        return before == null
                || stage.explanation() == null
                || before.findings().failedStages().stream()
                        .noneMatch(then -> Objects.equals(then.name(), stage.name())
                                && then.outcome() == stage.outcome()
                                && Objects.equals(then.explanation(), stage.explanation()));
    }

    /**
     * Renders a line for each stage that says more than the headline does and than was said before.
     *
     * @param before a build before, of which people know; null for none
     */
    static List<String> lines(BuildEvent event, @CheckForNull BuildEvent before) {
        List<FailedStage> all = event.findings().failedStages();
        List<FailedStage> stages = all.stream()
                .filter(stage -> isNew(stage, before))
                .map(stage ->
                        InterruptionRenderer.says(stage.explanation(), event) ? stage.withoutExplanation() : stage)
                .map(stage -> testsSayWhy(event) ? stage.withoutExplanationByLog() : stage)
                .toList();
        List<String> inHeadline = namesInHeadline(event);
        List<String> lines = inHeadline.size() == 1 && all.size() == 1
                ? stages.stream().flatMap(StageRenderer::reason).toList()
                : stages.stream()
                        .filter(stage -> stage.explanation() != null
                                || stage.name() == null
                                || !inHeadline.contains(stage.name()))
                        .map(StageRenderer::line)
                        .filter(line -> !line.isEmpty())
                        .toList();
        // Nobody knows whether the stages are new of which the event has the number only.
        int more = before == null ? event.findings().moreFailedStages() : 0;
        return ListRenderer.firstLines(STAGES_SHOWN, lines, lines.size() + more);
    }

    /** The list of tests then says what the log of their stage would say again. */
    private static boolean testsSayWhy(BuildEvent event) {
        TestResultSummary tests = event.findings().tests();
        return tests != null && tests.reason() != null && !tests.newlyFailing().isEmpty();
    }

    private static List<String> namesInHeadline(BuildEvent event) {
        Outcome outcome = event.outcome();
        TestResultSummary tests = event.findings().tests();
        boolean testsFail = outcome.isBad() && tests != null && tests.failed() > 0;
        return testsFail || outcome != Outcome.FAILURE && outcome.isVerdict()
                ? List.of()
                : event.findings().failedStages().stream()
                        .filter(stage -> stage.outcome() == outcome)
                        .map(FailedStage::name)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    private static String line(FailedStage stage) {
        String stageName = stage.name();
        if (stageName == null) {
            return reason(stage).findFirst().orElse("");
        }
        String name = Mrkdwn.line(stageName, MAX_NAME);
        String error = stage.explanation();
        return error == null
                ? phrase(stage.outcome()).format(name)
                : phraseWithError(stage.outcome()).format(name, Mrkdwn.code(error, MAX_ERROR));
    }

    private static Phrase phrase(Outcome ofStage) {
        return switch (ofStage) {
            case UNSTABLE -> Phrase.BODY_STAGE_UNSTABLE;
            case ABORTED -> Phrase.BODY_STAGE_ABORTED;
            case NOT_BUILT -> Phrase.BODY_STAGE_NOTBUILT;
            case FAILURE, SUCCESS -> Phrase.BODY_STAGE;
        };
    }

    private static Phrase phraseWithError(Outcome ofStage) {
        return switch (ofStage) {
            case UNSTABLE -> Phrase.BODY_STAGE_UNSTABLE_ERROR;
            case ABORTED -> Phrase.BODY_STAGE_ABORTED_ERROR;
            case NOT_BUILT -> Phrase.BODY_STAGE_NOTBUILT_ERROR;
            case FAILURE, SUCCESS -> Phrase.BODY_STAGE_ERROR;
        };
    }

    private static Stream<String> reason(FailedStage stage) {
        return Stream.ofNullable(stage.explanation())
                .map(error -> Phrase.BODY_ERROR.format(Mrkdwn.code(error, MAX_ERROR)));
    }
}
