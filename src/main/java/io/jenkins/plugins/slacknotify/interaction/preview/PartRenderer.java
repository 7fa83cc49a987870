package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.message.text.LogLineFormatter;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.BodyRenderer;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import io.jenkins.plugins.slacknotify.message.wording.ListRenderer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders what a page shows of a build besides the build itself, as mrkdwn. */
final class PartRenderer {
    private static final int NAME_LIMIT = 200;
    private static final int NAMES_SHOWN = 5;
    private static final int CHANGES_SHOWN = 10;
    private static final int TEXT_LIMIT = 2_900;

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
            return Optional.of("File `" + Mrkdwn.code(artifact.path(), NAME_LIMIT) + "`, " + size(artifact.bytes()));
        }
        return Optional.of(changes(event));
    }

    private static String stage(PartContent.OfStage stage) {
        String name = "Stage *" + Mrkdwn.line(stage.name(), NAME_LIMIT) + "*";
        Duration duration = stage.duration();
        String took = duration == null ? "" : " after " + DurationFormatter.format(duration);
        return switch (stage.state()) {
            case RUNNING -> ":hourglass_flowing_sand: " + name + " runs";
            case SUCCEEDED -> ":white_check_mark: " + name + " succeeded" + took;
            case UNSTABLE -> ":warning: " + name + " is unstable" + took;
            case FAILED -> ":x: " + name + " failed" + took;
        };
    }

    private static Optional<String> log(PartContent.OfLog log) {
        String where = log.stage() == null ? "Log" : "Log of *" + Mrkdwn.line(log.stage(), NAME_LIMIT) + "*";
        String line = log.line() == null ? "" : ", line " + log.line();
        if (log.lines().isEmpty()) {
            return log.stage() == null && log.line() == null ? Optional.empty() : Optional.of(where + line);
        }
        String quoted = log.lines().stream().map(LogLineFormatter::format).collect(Collectors.joining("\n"));
        return Optional.of(where + (line.isEmpty() ? ", its end" : line) + "\n```\n" + quoted + "\n```");
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
        return (total == 1 ? "1 test" : total + " tests")
                + (failed == 0 ? ", none fails" : ", " + failed + (failed == 1 ? " fails" : " fail"))
                + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }

    private static String test(PartContent.OfTest test) {
        String name = Mrkdwn.bold(test.name(), NAME_LIMIT);
        if (test.total() != 1) {
            return ":test_tube: " + name + ": " + figures(test.total(), test.failed(), test.skipped());
        }
        String took = " after " + DurationFormatter.format(test.duration());
        if (test.failed() == 0) {
            return test.skipped() == 0
                    ? ":white_check_mark: " + name + " passed" + took
                    : ":white_circle: " + name + " was skipped";
        }
        String reason = test.reason();
        return ":x: " + name + " failed" + took + (reason == null ? "" : "\n`" + Mrkdwn.code(reason, NAME_LIMIT) + "`");
    }

    private static String changes(BuildEvent event) {
        return event.changes().isEmpty()
                ? "Nothing was changed since the build before."
                : ListRenderer.fitLines(
                        ListRenderer.firstLines(CHANGES_SHOWN, ListRenderer.changes(event.changes()), 0), TEXT_LIMIT);
    }

    private static String artifacts(PartContent.OfArtifacts artifacts) {
        if (artifacts.count() == 0) {
            return "It has kept no files.";
        }
        String names = artifacts.names().stream()
                .limit(NAMES_SHOWN)
                .map(name -> "`" + Mrkdwn.code(name, NAME_LIMIT) + "`")
                .collect(Collectors.joining(", "));
        String where = artifacts.path().isEmpty() ? "" : " in `" + Mrkdwn.code(artifacts.path(), NAME_LIMIT) + "`";
        return (artifacts.count() == 1 && !artifacts.isMore()
                        ? "1 file"
                        : (artifacts.isMore() ? "More than " : "") + artifacts.count() + " files")
                + where + ": " + names + (artifacts.count() > NAMES_SHOWN ? ", …" : "");
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
