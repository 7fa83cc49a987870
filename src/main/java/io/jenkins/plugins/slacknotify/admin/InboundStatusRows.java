package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketProblem;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatus;
import io.jenkins.plugins.slacknotify.lifecycle.InboundReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the table about requests from Slack: how they come, which came last, and which were refused. */
final class InboundStatusRows {
    private final InboundReport report;
    private final Function<Instant, String> age;
    private final List<StatusRow> rows = new ArrayList<>();

    private InboundStatusRows(InboundReport report, Function<Instant, String> age) {
        this.report = report;
        this.age = age;
    }

    /**
     * Returns the rows; none while everything is off.
     *
     * @param signedUrl where Slack sends signed requests; null where no app has a signing secret
     * @param age says how long ago a moment was
     */
    static List<StatusRow> of(InboundReport report, @CheckForNull String signedUrl, Function<Instant, String> age) {
        return report.running() ? new InboundStatusRows(report, age).build(signedUrl) : List.of();
    }

    private List<StatusRow> build(@CheckForNull String signedUrl) {
        report.problems().forEach(problem -> rows.add(StatusRow.bad(Messages.InboundStatusRows_problem(), problem)));
        report.sockets().forEach((app, status) -> addSocket(app, status));
        if (signedUrl != null) {
            rows.add(StatusRow.of(Messages.InboundStatusRows_http(), signedUrl));
        }
        addRequests(report.requests());
        if (report.waiting() > 0) {
            rows.add(StatusRow.of(Messages.InboundStatusRows_waiting(), String.valueOf(report.waiting())));
        }
        return rows;
    }

    private void addSocket(String app, SocketStatus status) {
        String label = Messages.InboundStatusRows_socket(app);
        SocketProblem problem = status.problem();
        rows.add(
                problem == null
                        ? StatusRow.of(label, state(status))
                        : StatusRow.bad(label, state(status) + " " + problem.remedy()));
    }

    private String state(SocketStatus status) {
        return switch (status.state()) {
            case CONNECTED ->
                Messages.InboundStatusRows_connected(
                        status.connectedSince() == null ? "" : age.apply(status.connectedSince()), status.sessions());
            case CONNECTING -> Messages.InboundStatusRows_connecting();
            case WAITING -> Messages.InboundStatusRows_lost();
            case ENDED -> Messages.InboundStatusRows_ended();
            case CLOSED -> Messages.InboundStatusRows_closed();
        };
    }

    private void addRequests(InboundStatus requests) {
        InboundStatus.Received last = requests.lastRequest();
        rows.add(StatusRow.of(
                Messages.InboundStatusRows_last(),
                last == null
                        ? Messages.InboundStatusRows_none()
                        : Messages.InboundStatusRows_received(
                                words(last.kind()), way(last.transport()), age.apply(last.at()))));
        rows.add(StatusRow.of(Messages.InboundStatusRows_lastHour(), String.valueOf(requests.requestsLastHour())));
        if (!requests.requests().isEmpty()) {
            rows.add(StatusRow.of(Messages.InboundStatusRows_kinds(), counts(requests.requests())));
        }
        InboundStatus.Refused refused = requests.lastRefusal();
        if (refused != null) {
            rows.add(StatusRow.of(
                    Messages.InboundStatusRows_refused(),
                    Messages.InboundStatusRows_refusedAt(
                            words(refused.reason()), age.apply(refused.at()), refused.detail())));
            rows.add(StatusRow.of(Messages.InboundStatusRows_reasons(), counts(requests.refusals())));
        }
        if (!requests.unknownTypes().isEmpty()) {
            rows.add(StatusRow.of(Messages.InboundStatusRows_unknown(), counts(requests.unknownTypes())));
        }
        if (requests.duplicates() > 0) {
            rows.add(StatusRow.of(Messages.InboundStatusRows_duplicates(), String.valueOf(requests.duplicates())));
        }
    }

    private static String way(Transport transport) {
        return transport == Transport.HTTP
                ? Messages.InboundStatusRows_overHttp()
                : Messages.InboundStatusRows_bySocket();
    }

    /** Lists names with their numbers of occurrences. The most frequent name comes first. */
    private static <K> String counts(Map<K, Long> counts) {
        Comparator<Map.Entry<K, Long>> frequentFirst = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return counts.entrySet().stream()
                .sorted(frequentFirst.thenComparing(entry -> words(entry.getKey())))
                .map(entry -> words(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the name of a constant in small letters and with blanks, as Slack's documentation writes it. A text is returned unchanged.
     */
    private static String words(Object name) {
        return name instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : name.toString();
    }
}
