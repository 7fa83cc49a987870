package io.jenkins.plugins.slacknotify.message;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Moment;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.TestFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The last line: how severe it is, how long it took, why it was built, and where to look. */
final class Footer {
    private static final int CAUSE_LIMIT = 200;
    private static final int LABEL_LIMIT = 40;

    /** Four addresses and the rest stay within the 3,000 characters of a text. */
    private static final int ADDRESS_LIMIT = 600;

    /** Less than this is not worth a word. */
    private static final Duration NOTABLE = Duration.ofSeconds(30);

    private Footer() {}

    /** @param late whether it is no longer news, and has to say when it happened */
    static String of(BuildEvent event, Severity severity, boolean late) {
        List<String> parts = new ArrayList<>();
        parts.add(word(severity).with());
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
    static String ofOrigin(BuildEvent event, boolean late) {
        String origin = Mrkdwn.link(Addresses.ofBuild(event), BuildNames.of(event), CAUSE_LIMIT);
        return late ? joined(List.of(origin, moment(event))) : origin;
    }

    private static String joined(List<String> parts) {
        return String.join(Phrase.FOOTER_SEPARATOR.with(), parts);
    }

    static Phrase word(Severity severity) {
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
        Moment moment = event.moment();
        if (moment == null || moment.question() != null) {
            return List.of(ofWhatPassed(event));
        }
        Duration usual = event.findings().usualDuration();
        return usual == null || moment.kind() != EventKind.STARTED
                ? List.of()
                : List.of(Phrase.FOOTER_USUALLY.with(Durations.spoken(usual)));
    }

    private static String ofWhatPassed(BuildEvent event) {
        String spoken = Durations.spoken(event.duration());
        Duration usual = event.findings().usualDuration();
        if (usual == null || !isNotable(event, usual)) {
            return (event.running() ? Phrase.FOOTER_RUNNING : Phrase.FOOTER_TOOK).with(spoken);
        }
        Phrase both = event.running() ? Phrase.FOOTER_RUNNING_USUALLY : Phrase.FOOTER_TOOK_USUALLY;
        return both.with(spoken, Durations.spoken(usual));
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
        return (event.running() ? Phrase.FOOTER_ASOF : Phrase.FOOTER_ENDED).with(Times.local(event.at()));
    }

    private static List<String> links(BuildEvent event) {
        List<String> links = new ArrayList<>();
        Moment moment = event.moment();
        if (moment != null && moment.question() != null && !moment.isOver()) {
            links.add(link(Addresses.ofInput(event), Phrase.FOOTER_INPUT));
        }
        links.add(link(Addresses.ofConsole(event), Phrase.FOOTER_CONSOLE));
        TestFigures tests = event.findings().tests();
        if (tests != null && tests.total() > 0) {
            links.add(link(Addresses.ofTests(event), Phrase.FOOTER_TESTS));
        }
        if (!event.changes().isEmpty()) {
            links.add(link(Addresses.ofChanges(event), Phrase.FOOTER_CHANGES));
        }
        return links;
    }

    private static String link(@CheckForNull String address, Phrase label) {
        return Mrkdwn.link(address, label.with(), LABEL_LIMIT, ADDRESS_LIMIT);
    }
}
