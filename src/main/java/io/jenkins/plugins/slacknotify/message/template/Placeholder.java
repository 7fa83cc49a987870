package io.jenkins.plugins.slacknotify.message.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.BodyRenderer;
import io.jenkins.plugins.slacknotify.message.wording.BuildLinks;
import io.jenkins.plugins.slacknotify.message.wording.BuildNames;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import io.jenkins.plugins.slacknotify.message.wording.FooterRenderer;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;
import io.jenkins.plugins.slacknotify.message.wording.ListRenderer;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of a build that a template can hold. The template names it in braces and lower case. */
enum Placeholder {
    /** The headline of the message that is sent without a template. */
    HEADLINE(Kind.MARKUP, 2_500),
    /** The build's name, as a link to it. */
    LINK(Kind.MARKUP, 2_300),
    /** The changes, a line each. */
    CHANGES(Kind.MARKUP, 2_000),
    /** The build's address, ending in a slash. */
    URL(Kind.ADDRESS, 2_000),
    JOB(Kind.LINE, 200),
    BUILD(Kind.LINE, 100),
    OUTCOME(Kind.LINE, 40),
    SEVERITY(Kind.LINE, 40),
    BRANCH(Kind.LINE, 200),
    CAUSE(Kind.LINE, 200),
    TESTS(Kind.LINE, 100),
    STAGE(Kind.LINE, 80),
    /** Why the stage failed that failed first: its error, or the line of its log that says more. */
    ERROR(Kind.LINE, 300),
    DURATION(Kind.LINE, 60),
    /** The description that somebody wrote of the build. */
    DESCRIPTION(Kind.LINE, 300);

    /** The form of a value, which decides where it may stand. */
    enum Kind {
        /** Links or several lines, which cannot be a part of a link. */
        MARKUP,
        /** An address, which can be the address of a link. */
        ADDRESS,
        /** Plain text of one line. */
        LINE
    }

    private final Kind kind;
    private final int limit;

    Placeholder(Kind kind, int limit) {
        this.kind = kind;
        this.limit = limit;
    }

    Kind kind() {
        return kind;
    }

    /** The most characters of the value, escaped. */
    int limit() {
        return limit;
    }

    static Optional<Placeholder> ofName(String name) {
        return Arrays.stream(values())
                .filter(one -> one.inBraces().equals("{" + name + "}"))
                .findFirst();
    }

    String inBraces() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    static String all() {
        return Arrays.stream(values()).map(Placeholder::inBraces).collect(Collectors.joining(", "));
    }

    /**
     * The value as plain text, not escaped and of any length.
     *
     * @return empty if the build has no such value
     * @throws IllegalStateException for a {@link Kind#MARKUP}
     */
    String plain(BuildEvent event, Severity severity) {
        FailedStage failed = event.findings().failedStage();
        Branch branch = event.findings().branch();
        String text =
                switch (this) {
                    case URL -> event.url();
                    case JOB -> event.jobName();
                    case BUILD -> event.buildName();
                    case OUTCOME -> HeadlineRenderer.outcomeLabel(event);
                    case SEVERITY -> FooterRenderer.severityPhrase(severity).format();
                    case BRANCH -> branch == null ? null : branch.name();
                    case CAUSE -> event.cause();
                    case TESTS -> tests(event.findings().tests());
                    case STAGE -> stages(event.findings().failedStages());
                    case ERROR -> failed == null ? null : failed.explanation();
                    case DURATION -> DurationFormatter.format(event.duration());
                    case DESCRIPTION -> event.findings().description();
                    case HEADLINE, LINK, CHANGES -> throw new IllegalStateException(this + " is not plain text");
                };
        return text == null ? "" : text;
    }

    private static String stages(List<FailedStage> stages) {
        return stages.stream()
                .map(FailedStage::name)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @CheckForNull
    private static String tests(@CheckForNull TestResultSummary tests) {
        if (tests == null || tests.total() <= 0) {
            return null;
        }
        if (tests.failed() <= 0) {
            return Phrase.TEMPLATE_TESTS_PASS.format(tests.total());
        }
        return tests.newlyFailed() > 0
                ? Phrase.TEMPLATE_TESTS_NEW.format(tests.failed(), tests.total(), tests.newlyFailed())
                : Phrase.TEMPLATE_TESTS.format(tests.failed(), tests.total());
    }

    /**
     * Returns the value of this placeholder for a build, as mrkdwn.
     *
     * @param limit the most characters
     * @return empty if the build has no such value
     * @throws IllegalStateException for any other kind than {@link Kind#MARKUP}
     */
    String markup(BuildEvent event, Severity severity, int limit) {
        return switch (this) {
            case HEADLINE ->
                firstFitting(
                        HeadlineRenderer.render(event, severity),
                        HeadlineRenderer.renderBrief(event, limit),
                        event,
                        limit);
            case LINK ->
                firstFitting(Mrkdwn.link(BuildLinks.ofBuild(event), BuildNames.of(event), 200), "", event, limit);
            case CHANGES ->
                ListRenderer.fitLines(
                        ListRenderer.firstLines(BodyRenderer.CHANGES_SHOWN, ListRenderer.changes(event.changes()), 0),
                        limit);
            default -> throw new IllegalStateException(this + " is plain text");
        };
    }

    /** The first text that fits, or else the build's name, cut to fit. */
    private static String firstFitting(String first, String second, BuildEvent event, int limit) {
        if (first.length() <= limit) {
            return first;
        }
        return !second.isEmpty() && second.length() <= limit ? second : Mrkdwn.line(BuildNames.of(event), limit);
    }
}
