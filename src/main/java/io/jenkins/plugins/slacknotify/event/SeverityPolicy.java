package io.jenkins.plugins.slacknotify.event;

import static io.jenkins.plugins.slacknotify.event.EventKind.FIXED;
import static io.jenkins.plugins.slacknotify.event.EventKind.LOST;
import static io.jenkins.plugins.slacknotify.event.EventKind.REGRESSED;
import static io.jenkins.plugins.slacknotify.event.EventKind.STILL_FAILING;
import static io.jenkins.plugins.slacknotify.event.EventKind.TIMED_OUT;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The table by which events are rated: a severity for each kind of event. The row of the trend ({@link EventKind#FIXED},
 * {@link EventKind#REGRESSED}, {@link EventKind#STILL_FAILING}), where one is set, goes before the row of the outcome. Where the
 * outcome is no verdict, the row of what stopped the build ({@link EventKind#LOST}, {@link EventKind#TIMED_OUT}) does.
 */
public final class SeverityPolicy {
    private static final List<EventKind> TRENDS = List.of(FIXED, REGRESSED, STILL_FAILING);
    private static final List<EventKind> INTERRUPTIONS = List.of(LOST, TIMED_OUT);

    private static final Map<EventKind, Severity> DEFAULTS = Map.ofEntries(
            Map.entry(EventKind.STARTED, Severity.INFO),
            Map.entry(EventKind.WAITING_FOR_INPUT, Severity.NOTICE),
            Map.entry(EventKind.RUNNING_LONG, Severity.WARNING),
            Map.entry(EventKind.SUCCESS, Severity.INFO),
            Map.entry(EventKind.FIXED, Severity.NOTICE),
            Map.entry(EventKind.UNSTABLE, Severity.WARNING),
            Map.entry(EventKind.FAILURE, Severity.ERROR),
            Map.entry(EventKind.ABORTED, Severity.NOTICE),
            Map.entry(EventKind.NOT_BUILT, Severity.NOTICE),
            Map.entry(EventKind.LOST, Severity.WARNING),
            Map.entry(EventKind.TIMED_OUT, Severity.WARNING));

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

    /**
     * Returns the severity of an event. A milestone of a running build has a row of its own; a completed build is rated by trend and
     * outcome.
     */
    public Severity rate(BuildEvent event) {
        Milestone moment = event.milestone();
        return moment == null ? rate(event.outcome(), event.kinds()) : table.get(moment.kind());
    }

    private Severity rate(Outcome outcome, Set<EventKind> kinds) {
        List<EventKind> first = outcome.isVerdict() ? TRENDS : INTERRUPTIONS;
        return first.stream()
                .filter(kinds::contains)
                .map(table::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> table.get(EventKind.valueOf(outcome.name())));
    }
}
