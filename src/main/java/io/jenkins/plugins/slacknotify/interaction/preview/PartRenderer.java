package io.jenkins.plugins.slacknotify.interaction.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.message.text.LogLineFormatter;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.BodyRenderer;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import io.jenkins.plugins.slacknotify.message.wording.ListRenderer;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders what a page shows of a build besides the build itself, as mrkdwn. */
final class PartRenderer {
    private static final int NAMES_SHOWN = 5;
    private static final int CHANGES_SHOWN = 10;
    private static final int MAX_TEXT = 2_900;

    /** Returns the texts between headline and footer; possibly none. */
    List<String> render(PageContent.OfBuild build) {
        PartContent part = build.part();
        if (part instanceof PartContent.Nothing) {
            return BodyRenderer.renderReasons(build.event());
        }
        return text(part, build.event()).stream().toList();
    }

    private static Optional<String> text(PartContent part, BuildEvent event) {
        if (part instanceof PartContent.OfStage stage) {
            return Optional.of(stage(stage));
        }
        if (part instanceof PartContent.OfLog log) {
            return log(log);
        }
        if (part instanceof PartContent.OfTests tests) {
            return Optional.of(tests(tests));
        }
        if (part instanceof PartContent.OfTest test) {
            return Optional.of(test(test));
        }
        if (part instanceof PartContent.OfArtifacts artifacts) {
            return Optional.of(artifacts(artifacts));
        }
        if (part instanceof PartContent.OfArtifact artifact) {
            return Optional.of(
                    Phrase.CARD_FILE.format(Mrkdwn.code(artifact.path(), Mrkdwn.MAX_NAME), size(artifact.bytes())));
        }
        return Optional.of(changes(event));
    }

    private static String stage(PartContent.OfStage stage) {
        String name = Mrkdwn.line(stage.name());
        return switch (stage.state()) {
            case RUNNING -> ":hourglass_flowing_sand: " + Phrase.CARD_STAGE_RUNNING.format(name);
            case SUCCEEDED -> ":white_check_mark: " + after(Phrase.CARD_STAGE_SUCCEEDED.format(name), stage.duration());
            case UNSTABLE -> ":warning: " + after(Phrase.BODY_STAGE_UNSTABLE.format(name), stage.duration());
            case FAILED -> ":x: " + after(Phrase.BODY_STAGE.format(name), stage.duration());
        };
    }

    private static String after(String what, @CheckForNull Duration duration) {
        return duration == null ? what : Phrase.HEADLINE_AFTER.format(what, DurationFormatter.format(duration));
    }

    private static Optional<String> log(PartContent.OfLog log) {
        Integer line = log.line();
        String stage = log.stage();
        String whole = stage == null ? Phrase.CARD_LOG.format() : Phrase.CARD_LOG_OF.format(Mrkdwn.line(stage));
        String where = line == null ? whole : Phrase.CARD_LOG_LINE.format(whole, String.valueOf(line));
        if (log.lines().isEmpty()) {
            return stage == null && line == null ? Optional.empty() : Optional.of(where);
        }
        String quoted = log.lines().stream().map(LogLineFormatter::format).collect(Collectors.joining("\n"));
        return Optional.of((line == null ? Phrase.CARD_LOG_END.format(whole) : where) + "\n```\n" + quoted + "\n```");
    }

    private static String tests(PartContent.OfTests tests) {
        String figures = ":test_tube: " + figures(tests.total(), tests.failed(), tests.skipped());
        return tests.failing().isEmpty()
                ? figures
                : figures + "\n"
                        + String.join(
                                "\n",
                                ListRenderer.firstLines(
                                        NAMES_SHOWN, ListRenderer.tests(tests.failing()), tests.failed()));
    }

    private static String figures(int total, int failed, int skipped) {
        String figures = Phrase.CARD_TESTS.format(total, failed);
        return skipped == 0 ? figures : Phrase.CARD_TESTS_SKIPPED.format(figures, skipped);
    }

    private static String test(PartContent.OfTest test) {
        String name = Mrkdwn.bold(test.name());
        if (test.total() != 1) {
            return ":test_tube: " + name + ": " + figures(test.total(), test.failed(), test.skipped());
        }
        if (test.failed() == 0) {
            return test.skipped() == 0
                    ? ":white_check_mark: " + after(Phrase.CARD_TEST_PASSED.format(name), test.duration())
                    : ":white_circle: " + Phrase.CARD_TEST_SKIPPED.format(name);
        }
        String reason = test.reason();
        return ":x: " + after(Phrase.CARD_TEST_FAILED.format(name), test.duration())
                + (reason == null ? "" : "\n" + Mrkdwn.quoted(reason));
    }

    private static String changes(BuildEvent event) {
        return event.changes().isEmpty()
                ? Phrase.CARD_CHANGES_NONE.format()
                : ListRenderer.fitLines(
                        ListRenderer.firstLines(CHANGES_SHOWN, ListRenderer.changes(event.changes()), 0), MAX_TEXT);
    }

    private static String artifacts(PartContent.OfArtifacts artifacts) {
        if (artifacts.count() == 0) {
            return Phrase.CARD_FILES_NONE.format();
        }
        String names = artifacts.names().stream()
                .limit(NAMES_SHOWN)
                .map(Mrkdwn::quoted)
                .collect(Collectors.joining(", "));
        String files = artifacts.isMore()
                ? Phrase.CARD_FILES_MORE.format(artifacts.count())
                : Phrase.CARD_FILES.format(artifacts.count());
        String where = artifacts.path().isEmpty()
                ? files
                : Phrase.CARD_FILES_IN.format(files, Mrkdwn.code(artifacts.path(), Mrkdwn.MAX_NAME));
        return where + ": " + names + (artifacts.count() > NAMES_SHOWN ? ", …" : "");
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return Phrase.CARD_BYTES.format(bytes);
        }
        return bytes < 1_000_000
                ? Phrase.CARD_KILOBYTES.format(bytes / 1e3)
                : Phrase.CARD_MEGABYTES.format(bytes / 1e6);
    }
}
