package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketProblem;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatus;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.lifecycle.InboundReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides which sentences an alert for administrators has about requests from Slack. No sentence contains a secret. */
final class InboundAlerts {
    /** A network that is gone for a moment needs nobody. */
    private static final Duration NETWORK_TIMEOUT = Duration.ofMinutes(2);

    /** After this time without another one, a refusal says nothing of the present. */
    private static final Duration REFUSAL_COUNTS = Duration.ofHours(1);

    /**
     * The refusals for which an administrator can do something. Without a signature anybody can cause them, so they count only
     * while nothing that is genuine arrives.
     */
    private static final Set<RefusalReason> ALARMING = EnumSet.of(
            RefusalReason.NO_SECRET,
            RefusalReason.SIGNATURE,
            RefusalReason.CLOCK,
            RefusalReason.EMPTY,
            RefusalReason.UNREADABLE,
            RefusalReason.FOREIGN_APP,
            RefusalReason.FOREIGN_WORKSPACE,
            RefusalReason.NOT_KEPT);

    private InboundAlerts() {}

    /** Returns the sentences; none while all is well. */
    static List<String> of(InboundReport report, Instant now) {
        List<String> sentences = new ArrayList<>(report.problems());
        report.sockets().forEach((app, status) -> addSocket(sentences, app, status, now));
        if (report.running()) {
            addRefusal(sentences, report.requests(), now);
            addStore(sentences, report);
        }
        return sentences;
    }

    private static void addSocket(List<String> sentences, String app, SocketStatus status, Instant now) {
        SocketProblem problem = status.problem();
        boolean counts = problem != null
                && (problem.kind() != SocketProblem.Kind.DISCONNECTED
                        || problem.since().plus(NETWORK_TIMEOUT).isBefore(now));
        if (counts) {
            sentences.add(Messages.InboundAlerts_socket(app, problem.remedy()));
        }
    }

    private static void addRefusal(List<String> sentences, InboundStatus requests, Instant now) {
        InboundStatus.Refused refused = requests.lastRefusal();
        if (refused != null && ALARMING.contains(refused.reason()) && counts(refused, requests.lastRequest(), now)) {
            sentences.add(Messages.InboundAlerts_refused(refused.detail()));
        }
    }

    private static boolean counts(
            InboundStatus.Refused refused, @CheckForNull InboundStatus.Received received, Instant now) {
        boolean isLast = received == null || received.at().isBefore(refused.at());
        return isLast && refused.at().plus(REFUSAL_COUNTS).isAfter(now);
    }

    private static void addStore(List<String> sentences, InboundReport report) {
        if (report.store().inUse()) {
            sentences.add(Messages.InboundAlerts_inUse());
        } else if (report.store().unreadFiles() > 0) {
            sentences.add(Messages.InboundAlerts_unread());
        }
        if (report.store().foreign() > 0) {
            sentences.add(Messages.InboundAlerts_foreign());
        }
        if (report.store().copied() > 0) {
            sentences.add(Messages.InboundAlerts_copied(
                    report.store().copiedFrom(), report.store().copied()));
        }
    }
}
