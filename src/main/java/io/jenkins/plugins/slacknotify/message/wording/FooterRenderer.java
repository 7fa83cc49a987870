package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Renders the last line of a message: severity, duration, cause and links of a build. */
public final class FooterRenderer {
    private static final int MAX_CAUSE = 200;
    private static final int MAX_LABEL = 40;

    /** The longest address, in characters: four of them and the rest fit into the 3,000 characters of a text. */
    private static final int MAX_ADDRESS = 600;

    /** The smallest difference from the usual duration that the footer mentions. */
    private static final Duration NOTABLE = Duration.ofSeconds(30);

    /** A shorter duration of a build that was cut off is not shown: the build may have run much longer than its log says. */
    private static final Duration SHORTEST_KNOWN = Duration.ofSeconds(1);

    private FooterRenderer() {}

    /**
     * Renders the footer of a build as mrkdwn.
     *
     * @param late whether the message is sent late, so that the footer says when the build ended
     */
    public static String render(BuildEvent event, Severity severity, boolean late) {
        List<String> parts = new ArrayList<>();
        parts.add(severityPhrase(severity).format());
        parts.addAll(duration(event));
        if (late) {
            parts.add(renderTime(event));
        }
        String cause = event.cause();
        if (cause != null) {
            parts.add(Mrkdwn.line(cause, MAX_CAUSE));
        }
        if (event.url() != null) {
            parts.addAll(links(event));
        }
        return join(parts);
    }

    /**
     * Renders the footer of a message that a job's author wrote: the build that sent it.
     *
     * @param late whether the message is sent late, so that the footer says when it was written
     */
    public static String renderOrigin(BuildEvent event, boolean late) {
        String origin = Mrkdwn.link(BuildLinks.ofBuild(event), BuildNames.of(event), MAX_CAUSE);
        return late ? join(List.of(origin, renderTime(event))) : origin;
    }

    /** Renders when a build ended, for a message that is sent late. */
    public static String renderTime(BuildEvent event) {
        return (event.running() ? Phrase.FOOTER_ASOF : Phrase.FOOTER_ENDED).format(DateMarkup.local(event.at()));
    }

    private static String join(List<String> parts) {
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

    /** The duration of a build; nothing if the headline holds it, or if the build has only started. */
    private static List<String> duration(BuildEvent event) {
        if (isDurationUnknown(event)) {
            return List.of();
        }
        Milestone milestone = event.milestone();
        if (milestone == null || milestone.question() != null) {
            return List.of(elapsed(event));
        }
        Duration usual = event.findings().usualDuration();
        return usual == null || milestone.kind() != EventKind.STARTED
                ? List.of()
                : List.of(Phrase.FOOTER_USUALLY.format(DurationFormatter.format(usual)));
    }

    /** Tests whether a build was cut off by the end of Jenkins so early in its log that nobody knows how long it ran. */
    private static boolean isDurationUnknown(BuildEvent event) {
        Interruption interruption = event.findings().interruption();
        return interruption != null
                && interruption.kind() == Interruption.Kind.RESTART
                && event.duration().compareTo(SHORTEST_KNOWN) < 0;
    }

    private static String elapsed(BuildEvent event) {
        String duration = DurationFormatter.format(event.duration());
        Duration usual = event.findings().usualDuration();
        if (usual == null || !isNotable(event, usual)) {
            return (event.running() ? Phrase.FOOTER_RUNNING : Phrase.FOOTER_TOOK).format(duration);
        }
        Phrase both = event.running() ? Phrase.FOOTER_RUNNING_USUALLY : Phrase.FOOTER_TOOK_USUALLY;
        return both.format(duration, DurationFormatter.format(usual));
    }

    /** Tests whether a duration is half longer than usual or, for a successful build that has ended, half shorter. */
    private static boolean isNotable(BuildEvent event, Duration usual) {
        Duration difference = event.duration().minus(usual);
        if (difference.abs().compareTo(NOTABLE) < 0
                || difference.abs().multipliedBy(2).compareTo(usual) < 0) {
            return false;
        }
        return !difference.isNegative() || event.outcome() == Outcome.SUCCESS && !event.running();
    }

    private static List<String> links(BuildEvent event) {
        List<String> links = new ArrayList<>();
        Milestone milestone = event.milestone();
        if (milestone != null && milestone.question() != null && !milestone.isInputFinished()) {
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
        return Mrkdwn.link(address, label.format(), MAX_LABEL, MAX_ADDRESS);
    }
}
