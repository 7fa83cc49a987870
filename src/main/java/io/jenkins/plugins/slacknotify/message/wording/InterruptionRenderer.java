package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.Optional;

/** Renders why a build was stopped before its end. */
final class InterruptionRenderer {
    private static final int MAX_DETAIL = 120;
    private static final int MAX_REASON = 200;

    private InterruptionRenderer() {}

    /** Renders the headline of a build that was aborted or not built, without its icon. */
    static String headline(String name, BuildEvent event) {
        boolean aborted = event.outcome() == Outcome.ABORTED;
        Interruption interruption = event.findings().interruption();
        if (interruption == null) {
            return (aborted ? Phrase.HEADLINE_ABORTED : Phrase.HEADLINE_NOTBUILT).format(name);
        }
        String detail = detail(interruption);
        return switch (interruption.kind()) {
            case AGENT_LOST -> with(detail, name, Phrase.HEADLINE_LOST, Phrase.HEADLINE_LOST_AGENT);
            case RESTART -> Phrase.HEADLINE_RESTART.format(name);
            case TIMED_OUT -> Phrase.HEADLINE_TIMEDOUT.format(name);
            case SUPERSEDED -> with(detail, name, Phrase.HEADLINE_SUPERSEDED, Phrase.HEADLINE_SUPERSEDED_BY);
            case PERSON ->
                because(with(detail, name, Phrase.HEADLINE_ABORTED, Phrase.HEADLINE_ABORTED_BY), interruption.reason());
            case OTHER ->
                because(
                        aborted
                                ? with(detail, name, Phrase.HEADLINE_ABORTED, Phrase.HEADLINE_ABORTED_REASON)
                                : with(detail, name, Phrase.HEADLINE_NOTBUILT, Phrase.HEADLINE_NOTBUILT_REASON),
                        interruption.reason());
        };
    }

    /** Adds to a headline why a person has stopped or rejected something. @param reason in that person's words; null for none */
    static String because(String headline, @CheckForNull String reason) {
        return reason == null || Mrkdwn.isBlank(reason)
                ? headline
                : Phrase.HEADLINE_BECAUSE.format(headline, Mrkdwn.line(reason, MAX_REASON));
    }

    /** Whether the headline of a build that was aborted or not built has these words, as Jenkins' own for why it was. */
    static boolean says(@CheckForNull String words, BuildEvent event) {
        Interruption interruption = event.findings().interruption();
        return words != null
                && interruption != null
                && interruption.kind() == Interruption.Kind.OTHER
                && !event.outcome().isVerdict()
                && words.equals(interruption.detail());
    }

    /** Adds to the headline of a bad build that it would have gone on, had nothing stopped it. */
    static String withReason(String headline, BuildEvent event) {
        Interruption interruption = event.findings().interruption();
        if (interruption == null) {
            return headline;
        }
        return switch (interruption.kind()) {
            case AGENT_LOST ->
                with(detail(interruption), headline, Phrase.HEADLINE_REASON_LOST, Phrase.HEADLINE_REASON_LOST_AGENT);
            case RESTART -> Phrase.HEADLINE_REASON_RESTART.format(headline);
            case TIMED_OUT -> Phrase.HEADLINE_REASON_TIMEDOUT.format(headline);
            case SUPERSEDED, PERSON, OTHER -> headline;
        };
    }

    /** The outcome in one or two words; empty where nothing is known but that the build was aborted or not built. */
    static Optional<Phrase> label(BuildEvent event) {
        return kind(event).flatMap(kind -> switch (kind) {
            case AGENT_LOST, RESTART -> Optional.of(Phrase.DIGEST_LOST);
            case TIMED_OUT -> Optional.of(Phrase.DIGEST_TIMEDOUT);
            case SUPERSEDED -> Optional.of(Phrase.DIGEST_SUPERSEDED);
            case PERSON, OTHER -> Optional.empty();
        });
    }

    /** The emoji for what stopped a build, as {@code :name:}; empty where it has the one of its outcome. */
    static Optional<String> icon(BuildEvent event) {
        return kind(event).flatMap(kind -> switch (kind) {
            case AGENT_LOST, RESTART -> Optional.of(":electric_plug:");
            case TIMED_OUT -> Optional.of(":alarm_clock:");
            case SUPERSEDED -> Optional.of(":fast_forward:");
            case PERSON, OTHER -> Optional.empty();
        });
    }

    private static Optional<Interruption.Kind> kind(BuildEvent event) {
        return event.outcome().isVerdict()
                ? Optional.empty()
                : Optional.ofNullable(event.findings().interruption()).map(Interruption::kind);
    }

    @CheckForNull
    private static String detail(Interruption interruption) {
        String detail = interruption.detail();
        return detail == null ? null : Mrkdwn.line(detail, MAX_DETAIL);
    }

    private static String with(@CheckForNull String detail, String headline, Phrase without, Phrase phrase) {
        return detail == null ? without.format(headline) : phrase.format(headline, detail);
    }
}
