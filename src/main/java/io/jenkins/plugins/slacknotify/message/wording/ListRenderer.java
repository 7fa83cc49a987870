package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Renders lists of tests, changes and builds as lines of mrkdwn. All text in them is escaped. */
public final class ListRenderer {
    /** The longest name of a test, in escaped characters. */
    private static final int MAX_TEST = 150;

    private static final int MAX_REASON = 200;
    private static final int MAX_OTHER_REASON = 120;

    private static final int MAX_SUMMARY = 120;
    private static final int MAX_AUTHOR = 60;
    private static final int MAX_COMMIT_ADDRESS = 250;
    private static final int MAX_BUILD = 150;
    private static final int MAX_BUILD_ADDRESS = 250;

    private ListRenderer() {}

    public static List<String> tests(List<String> names) {
        return names.stream()
                .map(name -> Phrase.ITEM_TEST.format(Mrkdwn.code(name, MAX_TEST)))
                .toList();
    }

    /** Renders a line for each newly failing test: what it says, and how often it failed, as far as that is known. */
    public static List<String> newlyFailing(TestResultSummary tests) {
        List<String> names = tests.newlyFailing();
        return IntStream.range(0, names.size())
                .mapToObj(position -> test(names.get(position), position == 0, tests))
                .toList();
    }

    /** @param first whether it is the test whose words have most room */
    private static String test(String name, boolean first, TestResultSummary tests) {
        TestFailure failure = tests.details(name).orElseGet(() -> new TestFailure(name, first ? tests.reason() : null));
        String shown = Mrkdwn.code(name, MAX_TEST);
        String reason = failure.reason();
        String line = reason == null
                ? Phrase.ITEM_TEST.format(shown)
                : Phrase.ITEM_TEST_REASON.format(shown, Mrkdwn.line(reason, first ? MAX_REASON : MAX_OTHER_REASON));
        String history = history(failure);
        return history.isEmpty() ? line : Phrase.ITEM_TEST_HISTORY.format(line, history);
    }

    private static String history(TestFailure failure) {
        Stream.Builder<String> parts = Stream.builder();
        TestFailure.Count here = failure.here();
        TestFailure.Count primary = failure.primary();
        if (here != null) {
            parts.add(Phrase.ITEM_TEST_COUNT.format(here.failed(), here.builds()));
        }
        if (primary != null) {
            parts.add(Phrase.ITEM_TEST_COUNT_PRIMARY.format(primary.failed(), primary.builds()));
        }
        if (failure.flaky()) {
            parts.add(Phrase.ITEM_TEST_FLAKY.format());
        }
        return parts.build().collect(Collectors.joining(Phrase.DIGEST_SEPARATOR.format()));
    }

    /** Renders a line of at most 450 characters for each change. The newest stands first, because it is the likelier reason. */
    public static List<String> changes(List<Change> changes) {
        List<Change> newestFirst = new ArrayList<>(changes);
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(ListRenderer::change).toList();
    }

    /**
     * Renders a line of at most 450 characters for each build. Bad builds stand first, the worst of them at the top; otherwise the
     * latest stands first.
     */
    public static List<String> builds(List<DownstreamBuild> builds) {
        List<DownstreamBuild> latestFirst = new ArrayList<>(builds);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .sorted(Comparator.comparingInt(ListRenderer::urgency).reversed())
                .map(ListRenderer::build)
                .toList();
    }

    /**
     * Takes the first lines, and adds a line with the number of those left out.
     *
     * @param shown how many lines to take
     * @param all how many there are, if more than {@code lines} holds
     */
    public static List<String> firstLines(int shown, List<String> lines, int all) {
        int hidden = Math.max(all, lines.size()) - Math.min(shown, lines.size());
        Stream<String> more = hidden > 0 ? Stream.of(Phrase.ITEM_MORE.format(hidden)) : Stream.empty();
        return Stream.concat(lines.stream().limit(shown), more).toList();
    }

    /**
     * Joins as many of the first lines as fit. An ellipsis stands for the others.
     *
     * @param limit the most characters
     */
    public static String fitLines(List<String> lines, int limit) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < lines.size(); index++) {
            int rest = index == lines.size() - 1 ? 0 : "\n…".length();
            String line = (index == 0 ? "" : "\n") + lines.get(index);
            if (text.length() + line.length() + rest > limit) {
                return text + (index == 0 ? "" : "\n") + "…";
            }
            text.append(line);
        }
        return text.toString();
    }

    private static int urgency(DownstreamBuild build) {
        Outcome outcome = build.outcome();
        return outcome != null && outcome.isBad() ? outcome.ordinal() : 0;
    }

    private static String build(DownstreamBuild build) {
        return Phrase.ITEM_BUILD.format(outcomePhrase(build.outcome())
                .format(Mrkdwn.link(build.url(), build.name(), MAX_BUILD, MAX_BUILD_ADDRESS)));
    }

    private static Phrase outcomePhrase(@CheckForNull Outcome outcome) {
        if (outcome == null) {
            return Phrase.HEADLINE_STARTED;
        }
        return switch (outcome) {
            case SUCCESS -> Phrase.HEADLINE_SUCCEEDED;
            case UNSTABLE -> Phrase.HEADLINE_UNSTABLE;
            case FAILURE -> Phrase.HEADLINE_FAILED;
            case ABORTED -> Phrase.HEADLINE_ABORTED;
            case NOT_BUILT -> Phrase.HEADLINE_NOTBUILT;
        };
    }

    private static String change(Change change) {
        return Phrase.ITEM_CHANGE.format(
                Mrkdwn.link(change.url(), change.summary(), MAX_SUMMARY, MAX_COMMIT_ADDRESS),
                Mrkdwn.line(change.author(), MAX_AUTHOR));
    }
}
