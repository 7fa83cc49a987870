package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.LogLineFormatter;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.BodyRenderer;
import io.jenkins.plugins.slacknotify.message.wording.ListRenderer;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renders the thread below a build's message: all details of the build that the message itself has no room for.
 *
 * <p>Whatever the build contains, each message stays within Slack's limits and mentions nobody, and there are at most
 * {@value #MAX_MESSAGES}. Safe for use by many threads.
 */
public final class ThreadRenderer {
    /** The most messages of a thread. */
    public static final int MAX_MESSAGES = 6;

    private static final int PAGES_OF_A_LIST = 2;
    private static final int STAGE_LIMIT = 80;

    /**
     * Renders the messages of the thread, in the order in which they are to be sent.
     *
     * @param withLog whether the thread may show lines of the log
     * @return empty if there is nothing to add
     */
    public List<RenderedMessage> render(BuildEvent event, boolean withLog) {
        Stream<String> log = withLog ? log(event.findings().failedStages()) : Stream.empty();
        return PageLayout.join(Stream.of(log, downstream(event), tests(event), changes(event))
                        .flatMap(texts -> texts))
                .stream()
                .map(text -> new RenderedMessage(text, List.of()))
                .toList();
    }

    /** The log of the first stage that has one: the others are told of in the message. */
    private static Stream<String> log(List<FailedStage> stages) {
        return stages.stream()
                .filter(stage -> !stage.log().stream().allMatch(String::isBlank))
                .limit(1)
                .map(stage -> PageLayout.codeBlockPage(
                        logHeading(stage),
                        stage.log().stream().map(LogLineFormatter::format).toList()));
    }

    private static String logHeading(FailedStage stage) {
        return stage.name() == null
                ? Phrase.THREAD_LOG_UNNAMED.format()
                : Phrase.THREAD_LOG.format(Mrkdwn.line(stage.name(), STAGE_LIMIT));
    }

    private static Stream<String> downstream(BuildEvent event) {
        DownstreamBuilds builds = event.findings().downstream();
        if (builds == null || builds.latest().isEmpty()) {
            return Stream.empty();
        }
        String heading = Phrase.THREAD_DOWNSTREAM.format(builds.all());
        return PageLayout.listPages(heading, ListRenderer.builds(builds.latest()), builds.all(), 1).stream();
    }

    /** The failing tests; nothing if the message shows them all. */
    private static Stream<String> tests(BuildEvent event) {
        TestResultSummary tests = event.findings().tests();
        if (tests == null
                || tests.failing().isEmpty()
                || tests.failing().size() <= BodyRenderer.TESTS_SHOWN && tests.newlyFailed() == tests.failed()) {
            return Stream.empty();
        }
        String heading = Phrase.THREAD_TESTS.format(tests.failed());
        return PageLayout.listPages(heading, ListRenderer.tests(tests.failing()), tests.failed(), PAGES_OF_A_LIST)
                .stream();
    }

    /** The changes; nothing if the message shows them all. */
    private static Stream<String> changes(BuildEvent event) {
        int count = event.changes().size();
        if (count <= BodyRenderer.CHANGES_SHOWN) {
            return Stream.empty();
        }
        String heading = Phrase.THREAD_CHANGES.format(count);
        return PageLayout.listPages(heading, ListRenderer.changes(event.changes()), count, PAGES_OF_A_LIST).stream();
    }
}
