package io.jenkins.plugins.slacknotify.event;

import static io.jenkins.plugins.slacknotify.event.EventKind.FIXED;
import static io.jenkins.plugins.slacknotify.event.EventKind.REGRESSED;
import static io.jenkins.plugins.slacknotify.event.EventKind.STILL_FAILING;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The table by which events are rated: a severity for each kind of event. The row of the trend ({@link EventKind#FIXED},
 * {@link EventKind#REGRESSED}, {@link EventKind#STILL_FAILING}), where one is set, goes before the row of the outcome.
 */
public final class SeverityPolicy {
    private static final List<EventKind> TRENDS = List.of(FIXED, REGRESSED, STILL_FAILING);

    private static final Map<EventKind, Severity> DEFAULTS = Map.of(
            EventKind.STARTED, Severity.INFO,
            EventKind.WAITING_FOR_INPUT, Severity.NOTICE,
            EventKind.RUNNING_LONG, Severity.WARNING,
            EventKind.SUCCESS, Severity.INFO,
            EventKind.FIXED, Severity.NOTICE,
            EventKind.UNSTABLE, Severity.WARNING,
            EventKind.FAILURE, Severity.ERROR,
            EventKind.ABORTED, Severity.NOTICE,
            EventKind.NOT_BUILT, Severity.NOTICE);

    private final Map<EventKind, Severity> table;

    private SeverityPolicy(Map<EventKind, Severity> table) {
        this.table = table;
    }

    /** Returns the table that nobody has changed. */
    public static SeverityPolicy defaults() {
        return withOverrides(Map.of());
    }

    /** Returns the table with the defaults, except for the rows that the overrides replace. */
    public static SeverityPolicy withOverrides(Map<EventKind, Severity> overrides) {
        Map<EventKind, Severity> table = new EnumMap<>(DEFAULTS);
        table.putAll(overrides);
        return new SeverityPolicy(table);
    }

    /**
     * The default severity of a row.
     *
     * @return null for {@link EventKind#REGRESSED} and {@link EventKind#STILL_FAILING}, which follow the outcome
     */
    @CheckForNull
    public static Severity defaultFor(EventKind kind) {
        return DEFAULTS.get(kind);
    }

    /** Rates an event. A milestone of a running build has a row of its own; a completed build is rated by trend and outcome. */
    public Severity rate(BuildEvent event) {
        Milestone moment = event.moment();
        return moment == null ? rate(event.outcome(), event.trend()) : table.get(moment.kind());
    }

    Severity rate(Outcome outcome, Trend trend) {
        Set<EventKind> kinds = EventKind.of(outcome, trend);
        return TRENDS.stream()
                .filter(kinds::contains)
                .map(table::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> table.get(EventKind.valueOf(outcome.name())));
    }
}
