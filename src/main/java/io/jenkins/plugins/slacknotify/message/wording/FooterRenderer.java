package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The last line: how severe it is, how long it took, why it was built, and where to look. */
public final class FooterRenderer {
    private static final int CAUSE_LIMIT = 200;
    private static final int LABEL_LIMIT = 40;

    /** Four addresses and the rest stay within the 3,000 characters of a text. */
    private static final int ADDRESS_LIMIT = 600;

    /** Less than this is not worth a word. */
    private static final Duration NOTABLE = Duration.ofSeconds(30);

    private FooterRenderer() {}

    /** @param late whether it is no longer news, and has to say when it happened */
    public static String render(BuildEvent event, Severity severity, boolean late) {
        List<String> parts = new ArrayList<>();
        parts.add(severityPhrase(severity).format());
        parts.addAll(duration(event));
        if (late) {
            parts.add(moment(event));
        }
        if (event.cause() != null) {
            parts.add(Mrkdwn.line(event.cause(), CAUSE_LIMIT));
        }
        if (event.url() != null) {
            parts.addAll(links(event));
        }
        return joined(parts);
    }

    /** Where a message of a job's author comes from. */
    public static String renderOrigin(BuildEvent event, boolean late) {
        String origin = Mrkdwn.link(BuildLinks.ofBuild(event), BuildNames.of(event), CAUSE_LIMIT);
        return late ? joined(List.of(origin, moment(event))) : origin;
    }

    private static String joined(List<String> parts) {
        return String.join(Phrase.FOOTER_SEPARATOR.format(), parts);
    }

    public static Phrase severityPhrase(Severity severity) {
        return switch (severity) {
            case INFO -> Phrase.FOOTER_INFO;
            case NOTICE -> Phrase.FOOTER_NOTICE;
            case WARNING -> Phrase.FOOTER_WARNING;
            case ERROR -> Phrase.FOOTER_ERROR;
            case CRITICAL -> Phrase.FOOTER_CRITICAL;
        };
    }

    /** None where the headline says it, or there is nothing to say yet. */
    private static List<String> duration(BuildEvent event) {
        Milestone moment = event.moment();
        if (moment == null || moment.question() != null) {
            return List.of(ofWhatPassed(event));
        }
        Duration usual = event.findings().usualDuration();
        return usual == null || moment.kind() != EventKind.STARTED
                ? List.of()
                : List.of(Phrase.FOOTER_USUALLY.format(DurationFormatter.format(usual)));
    }

    private static String ofWhatPassed(BuildEvent event) {
        String spoken = DurationFormatter.format(event.duration());
        Duration usual = event.findings().usualDuration();
        if (usual == null || !isNotable(event, usual)) {
            return (event.running() ? Phrase.FOOTER_RUNNING : Phrase.FOOTER_TOOK).format(spoken);
        }
        Phrase both = event.running() ? Phrase.FOOTER_RUNNING_USUALLY : Phrase.FOOTER_TOOK_USUALLY;
        return both.format(spoken, DurationFormatter.format(usual));
    }

    /** By half longer or, of a build that went all its way, by half shorter. */
    private static boolean isNotable(BuildEvent event, Duration usual) {
        Duration difference = event.duration().minus(usual);
        if (difference.abs().compareTo(NOTABLE) < 0
                || difference.abs().multipliedBy(2).compareTo(usual) < 0) {
            return false;
        }
        return !difference.isNegative() || event.outcome() == Outcome.SUCCESS && !event.running();
    }

    private static String moment(BuildEvent event) {
        return (event.running() ? Phrase.FOOTER_ASOF : Phrase.FOOTER_ENDED).format(DateMarkup.local(event.at()));
    }

    private static List<String> links(BuildEvent event) {
        List<String> links = new ArrayList<>();
        Milestone moment = event.moment();
        if (moment != null && moment.question() != null && !moment.isInputFinished()) {
            links.add(link(BuildLinks.ofInput(event), Phrase.FOOTER_INPUT));
        }
        links.add(link(BuildLinks.ofConsole(event), Phrase.FOOTER_CONSOLE));
        TestResultSummary tests = event.findings().tests();
        if (tests != null && tests.total() > 0) {
            links.add(link(BuildLinks.ofTests(event), Phrase.FOOTER_TESTS));
        }
        if (!event.changes().isEmpty()) {
            links.add(link(BuildLinks.ofChanges(event), Phrase.FOOTER_CHANGES));
        }
        return links;
    }

    private static String link(@CheckForNull String address, Phrase label) {
        return Mrkdwn.link(address, label.format(), LABEL_LIMIT, ADDRESS_LIMIT);
    }
}
