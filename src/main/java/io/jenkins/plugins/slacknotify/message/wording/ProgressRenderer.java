package io.jenkins.plugins.slacknotify.message.wording;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders how far a running build is, for a message that follows it: its stages as marks, and its times. */
final class ProgressRenderer {
    private static final int MAX_NAME = 60;

    private ProgressRenderer() {}

    /** Returns lines in mrkdwn; none for a message that does not follow its build. */
    static List<String> lines(BuildEvent event) {
        LiveProgress progress = event.findings().progress();
        if (progress == null || !event.running()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (!progress.stages().isEmpty()) {
            lines.add(progress.stages().stream().map(ProgressRenderer::mark).collect(Collectors.joining("   ")));
        }
        String elapsed = DurationFormatter.format(event.duration());
        Duration usual = event.findings().usualDuration();
        lines.add(
                usual == null
                        ? Phrase.BODY_PROGRESS.format(elapsed)
                        : Phrase.BODY_PROGRESS_USUAL.format(elapsed, DurationFormatter.format(usual)));
        return lines;
    }

    private static String mark(LiveProgress.Stage stage) {
        String icon =
                switch (stage.state()) {
                    case DONE -> ":white_check_mark:";
                    case FAILED -> ":x:";
                    case RUNNING -> ":arrow_forward:";
                };
        return icon + " " + Mrkdwn.line(stage.name(), MAX_NAME);
    }
}
