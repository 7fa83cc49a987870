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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template can say of a build. Its name stands in braces, in lower case. */
enum Placeholder {
    /** What the message would begin with if there were no template. */
    HEADLINE(Kind.MARKUP, 2_500),
    /** The build's name, as a link. */
    LINK(Kind.MARKUP, 2_300),
    /** What was changed, a line each. */
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
    /** Why the stage failed. */
    ERROR(Kind.LINE, 300),
    DURATION(Kind.LINE, 60);

    /** Where it may stand. */
    enum Kind {
        /** Has links or several lines, so it cannot be a part of a link. */
        MARKUP,
        ADDRESS,
        /** Plain text. */
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

    /** The most characters, as they are sent. */
    int limit() {
        return limit;
    }

    static Optional<Placeholder> named(String name) {
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

    /** Not escaped, and of any length; empty where nothing is known. Only of what is no {@link Kind#MARKUP}. */
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
                    case STAGE -> failed == null ? null : failed.name();
                    case ERROR -> failed == null ? null : failed.error();
                    case DURATION -> DurationFormatter.format(event.duration());
                    case HEADLINE, LINK, CHANGES -> throw new IllegalStateException(this + " is no plain text");
                };
        return text == null ? "" : text;
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

    /** In mrkdwn, of at most so many characters as they are sent; empty where nothing is known. */
    String markup(BuildEvent event, Severity severity, int most) {
        return switch (this) {
            case HEADLINE ->
                fitting(
                        HeadlineRenderer.render(event, severity),
                        HeadlineRenderer.renderBrief(event, most),
                        event,
                        most);
            case LINK -> fitting(Mrkdwn.link(BuildLinks.ofBuild(event), BuildNames.of(event), 200), "", event, most);
            case CHANGES ->
                ListRenderer.fitLines(
                        ListRenderer.firstLines(BodyRenderer.CHANGES_SHOWN, ListRenderer.changes(event.changes()), 0),
                        most);
            default -> throw new IllegalStateException(this + " is plain text");
        };
    }

    /** The first that fits, or else the build's name as far as it does. */
    private static String fitting(String first, String second, BuildEvent event, int most) {
        if (first.length() <= most) {
            return first;
        }
        return !second.isEmpty() && second.length() <= most ? second : Mrkdwn.line(BuildNames.of(event), most);
    }
}
