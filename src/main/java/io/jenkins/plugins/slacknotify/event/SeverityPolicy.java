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
 * The table that turns a build into a severity. The row of the trend ({@link EventKind#FIXED},
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

    public static SeverityPolicy defaults() {
        return withOverrides(Map.of());
    }

    /** The defaults, changed by what the overrides say. */
    public static SeverityPolicy withOverrides(Map<EventKind, Severity> overrides) {
        Map<EventKind, Severity> table = new EnumMap<>(DEFAULTS);
        table.putAll(overrides);
        return new SeverityPolicy(table);
    }

    /**
     * The severity that a row has as long as nobody changes it.
     *
     * @return null for {@link EventKind#REGRESSED} and {@link EventKind#STILL_FAILING}, which follow the outcome
     */
    @CheckForNull
    public static Severity defaultFor(EventKind kind) {
        return DEFAULTS.get(kind);
    }

    /** A build as it stood at that moment; what happens to it while it runs has a row of its own. */
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
