package io.jenkins.plugins.slacknotify.message;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
 * Renders the thread below a build's message: the details of the build that the message itself has no room for.
 *
 * <p>Whatever the build contains, each message stays within Slack's limits and mentions nobody, and there are at most
 * {@value #MAX_MESSAGES}. Safe for use by many threads.
 */
public final class ThreadRenderer {
    public static final int MAX_MESSAGES = 6;

    private static final int PAGES_OF_A_LIST = 2;
    private static final int MAX_STAGE = 80;

    /**
     * The facts that the reader of a thread knows already.
     *
     * @param lists whether the message above is the built-in one, which shows the first tests and changes; a template shows what its
     *     author wants
     * @param before the build before of which the thread says how it stood; null for none
     */
    public record Known(boolean lists, @CheckForNull BuildEvent before) {
        /** The built-in message about a build. */
        public static final Known MESSAGE = new Known(true, null);
    }

    /**
     * Renders the messages of the thread, in the order in which they are to be sent.
     *
     * @param withLog whether the thread may show lines of the log
     * @param known what they do not say again
     * @return empty if there is nothing to add
     */
    public List<RenderedMessage> render(BuildEvent event, boolean withLog, Known known) {
        Stream<String> log = withLog ? log(event.findings().failedStages(), known) : Stream.empty();
        return PageLayout.join(Stream.of(log, downstream(event), tests(event, known), changes(event, known))
                        .flatMap(texts -> texts))
                .stream()
                .map(text -> new RenderedMessage(text, List.of()))
                .toList();
    }

    /** The log of the first stage that has one: the others are told of in the message. */
    private static Stream<String> log(List<FailedStage> stages, Known known) {
        return stages.stream()
                .filter(stage -> !stage.log().stream().allMatch(String::isBlank))
                .limit(1)
                .filter(stage -> BodyRenderer.isNew(stage, known.before()))
                .map(stage -> PageLayout.codeBlockPage(
                        logHeading(stage),
                        stage.log().stream().map(LogLineFormatter::format).toList()));
    }

    private static String logHeading(FailedStage stage) {
        String name = stage.name();
        return name == null
                ? Phrase.THREAD_LOG_UNNAMED.format()
                : Phrase.THREAD_LOG.format(Mrkdwn.line(name, MAX_STAGE));
    }

    private static Stream<String> downstream(BuildEvent event) {
        DownstreamBuilds builds = event.findings().downstream();
        if (builds == null || builds.latest().isEmpty()) {
            return Stream.empty();
        }
        String heading = Phrase.THREAD_DOWNSTREAM.format(builds.all());
        return PageLayout.listPages(heading, ListRenderer.builds(builds.latest()), builds.all(), 1).stream();
    }

    /** The failing tests that the message does not show. Below a build that is still bad, those that newly fail. */
    private static Stream<String> tests(BuildEvent event, Known known) {
        TestResultSummary tests = event.findings().tests();
        if (tests == null) {
            return Stream.empty();
        }
        List<String> shown = known.lists()
                ? tests.newlyFailing().stream().limit(BodyRenderer.TESTS_SHOWN).toList()
                : List.of();
        boolean anew = known.before() != null;
        List<String> rest = (anew ? tests.newlyFailing() : tests.failing())
                .stream().filter(name -> !shown.contains(name)).toList();
        int count = (anew ? tests.newlyFailed() : tests.failed()) - shown.size();
        return rest.isEmpty()
                ? Stream.empty()
                : list(
                        shown.isEmpty() ? Phrase.THREAD_TESTS : Phrase.THREAD_TESTS_MORE,
                        ListRenderer.tests(rest),
                        count);
    }

    /** The changes that the message does not show. A template may show none; few are not worth a thread. */
    private static Stream<String> changes(BuildEvent event, Known known) {
        int count = event.changes().size();
        if (count <= BodyRenderer.CHANGES_SHOWN) {
            return Stream.empty();
        }
        int shown = known.lists() ? BodyRenderer.CHANGES_SHOWN : 0;
        List<String> rest =
                ListRenderer.changes(event.changes()).stream().skip(shown).toList();
        return list(known.lists() ? Phrase.THREAD_CHANGES_MORE : Phrase.THREAD_CHANGES, rest, count - shown);
    }

    private static Stream<String> list(Phrase heading, List<String> lines, int count) {
        return PageLayout.listPages(heading.format(count), lines, count, PAGES_OF_A_LIST).stream();
    }
}
