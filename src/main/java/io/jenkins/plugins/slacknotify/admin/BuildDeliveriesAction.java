package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.TransientActionFactory;

/**
 * A line on the page of a build, for everybody who may see the build: what has become of its messages, and why one waits or
 * was refused. Names nobody who is told in person, nor says who is not.
 */
public final class BuildDeliveriesAction extends InvisibleAction {
    /** No longer than this is a reason that fits into the line. */
    private static final int MAX_REASON_LENGTH = 60;

    private final Run<?, ?> run;

    /** Read once for a page: this object is made anew for each. */
    @CheckForNull
    private List<DeliveryRow> rows;

    BuildDeliveriesAction(Run<?, ?> run) {
        this.run = run;
    }

    /** The build's messages in the order in which they were handed over; only those of the last builds are known. */
    private List<DeliveryRow> rows() {
        if (rows == null) {
            rows = read();
        }
        return rows;
    }

    private List<DeliveryRow> read() {
        BuildKey key = new BuildKey(
                run.getParent().getFullName(), run.getNumber(), Instant.ofEpochMilli(run.getStartTimeInMillis()));
        return EngineLifecycle.get().engine().deliveries().ofBuild(key).stream()
                .map(DeliveryRow::new)
                .filter(row -> !row.isPeopleLookup())
                .toList();
    }

    /**
     * Such as "Slack: 2 delivered, 1 waiting (rate limited until 14:02:07 UTC)"; null where nothing was sent or it is not
     * known any more.
     */
    @CheckForNull
    public String getSummary() {
        Map<String, Long> counts = rows().stream()
                .collect(Collectors.groupingBy(DeliveryRow::getKind, LinkedHashMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return null;
        }
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + countLabel(count.getKey()))
                .collect(Collectors.joining(", ", "Slack: ", ""));
    }

    private String countLabel(String kind) {
        String label = DeliveryRow.label(kind).toLowerCase(Locale.ROOT);
        String reason = briefReason();
        return kind.equals("waiting") && reason != null ? label + " (" + reason + ")" : label;
    }

    /** Why they wait, where that is one short reason for all, and no sentence that tells somebody what to do. */
    @CheckForNull
    private String briefReason() {
        Set<String> reasons = rows().stream()
                .filter(row -> row.getKind().equals("waiting"))
                .map(row -> Util.fixNull(row.getNote()))
                .collect(Collectors.toSet());
        String reason = reasons.size() == 1 ? reasons.iterator().next() : "";
        return reason.isEmpty() || reason.length() > MAX_REASON_LENGTH ? null : reason;
    }

    /** Why some of them have not arrived, each reason once, but for the one that the summary gives. */
    public Set<String> getReasons() {
        String given = briefReason();
        return rows().stream()
                .filter(row -> !row.isOpenable() && row.getNote() != null)
                .filter(row -> !Objects.equals(row.getNote(), given))
                .map(row -> row.getPublicChannel() + ": " + row.getNote())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Adds the line to every build. */
    @Extension
    @SuppressWarnings("rawtypes") // so is Run, as a type of actionable things
    public static final class Factory extends TransientActionFactory<Run> {
        @Override
        public Class<Run> type() {
            return Run.class;
        }

        @NonNull
        @Override
        public Collection<BuildDeliveriesAction> createFor(@NonNull Run target) {
            return Set.of(new BuildDeliveriesAction(target));
        }
    }
}
