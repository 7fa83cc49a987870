package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Failure;
import hudson.model.InvisibleAction;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.ChannelNames;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedActs;
import io.jenkins.plugins.slacknotify.page.PageTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;

/**
 * The lines about Slack on the page of a build: how many of its messages were delivered, to where, for which rule, and why others wait
 * or were refused.
 *
 * <p>Everybody who may see the build reads them. So they name nobody who is notified in person but the reader, and do not say who is
 * not; and the reasons are those for everybody. Rules are for those who may read the configuration of the job. Administrators read all
 * of it.
 */
public final class BuildDeliveriesAction extends InvisibleAction {
    /** The length of a reason, in UTF-16 units, up to which it fits into the line. */
    private static final int MAX_REASON_LENGTH = 60;

    /** The greatest number of messages that a build's page shows. */
    private static final int MAX_MESSAGES = 20;

    private final Run<?, ?> run;

    /** The rows, read once for a page; null before. Jenkins makes a new action for each request. */
    @CheckForNull
    private List<DeliveryRow> rows;

    BuildDeliveriesAction(Run<?, ?> run) {
        this.run = run;
    }

    /** The build's messages in the order of their hand-over. The engine knows those of the last builds only. */
    private List<DeliveryRow> rows() {
        if (rows == null) {
            rows = read();
        }
        return rows;
    }

    private List<DeliveryRow> read() {
        BuildKey key = BuildKeys.of(run);
        NotificationEngine engine = EngineLifecycle.get().engine();
        return engine.deliveries().ofBuild(engine.jobs().original(key)).stream()
                .map(DeliveryRow::new)
                .filter(row -> !row.isPeopleLookup())
                .toList();
    }

    /**
     * The summary, such as "Slack: 2 delivered, 1 waiting (rate limited until 14:02:07 UTC)"; null where nothing was
     * sent or the engine does not know the build any more.
     */
    @CheckForNull
    public String getSummary() {
        Map<String, Long> counts = rows().stream()
                .collect(Collectors.groupingBy(DeliveryRow::kind, LinkedHashMap::new, Collectors.counting()));
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

    /**
     * The reason why messages wait, where it is the same short one for all of them; null otherwise. A long reason is a
     * sentence that tells what to do, and stands in a line of its own.
     */
    @CheckForNull
    private String briefReason() {
        Set<String> reasons = rows().stream()
                .filter(row -> row.kind().equals("waiting"))
                .map(row -> Util.fixNull(reason(row)))
                .collect(Collectors.toSet());
        String reason = reasons.size() == 1 ? reasons.iterator().next() : "";
        return reason.isEmpty() || reason.length() > MAX_REASON_LENGTH ? null : reason;
    }

    /** The reasons why messages have not arrived, each once, without the one that the summary gives. */
    public Set<String> getReasons() {
        String summarized = briefReason();
        return rows().stream()
                .filter(row -> !row.report().hasArrived() && reason(row) != null)
                .filter(row -> !Objects.equals(reason(row), summarized))
                .map(row -> row.publicChannel() + ": " + reason(row))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @CheckForNull
    private static String reason(DeliveryRow row) {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                ? row.report().note()
                : row.report().brief();
    }

    /** The messages, each with its destination, where the reader may see one. */
    public List<BuildMessageRow> getMessages() {
        boolean administrator = Jenkins.get().hasPermission(Jenkins.ADMINISTER);
        boolean readsRules = run.getParent().hasPermission(Item.EXTENDED_READ);
        User user = User.current();
        String reader = user == null ? "" : user.getId();
        return rows().stream()
                .map(row -> BuildMessageRow.of(row, administrator, readsRules, reader))
                .limit(MAX_MESSAGES)
                .toList();
    }

    /** The number of messages that {@link #getMessages} leaves out. */
    public int getMore() {
        return Math.max(0, rows().size() - MAX_MESSAGES);
    }

    /** The address below that of the build, for {@link #doOpen}. */
    @Override
    public String getUrlName() {
        return "slack-messages";
    }

    /**
     * Leads to a message of this build in Slack, whose address only Slack knows. Changes nothing, so it can be a link. Whoever sees the
     * build may follow it to a channel; to a direct message, only its reader and administrators.
     */
    public HttpResponse doOpen(@QueryParameter(required = true) String id) {
        run.checkPermission(Item.READ);
        boolean isOpenable = getMessages().stream()
                .anyMatch(message -> message.openable() && message.id().equals(id));
        return isOpenable ? DeliveriesPage.toMessage(id) : new Failure(Messages.DeliveriesPage_noAddress());
    }

    /**
     * A line about an act on the build that was asked for in Slack.
     *
     * @param description such as "Approved by Ada (ada), member U024BE7LH, channel C024BE91L, message 1772366400.000100"; the ids are
     *     those by which Slack finds it
     */
    public record ActLine(String description, PageTime at) {}

    /** The acts on the build that people have asked for in Slack, the oldest first. */
    public List<ActLine> getActs() {
        return RecordedActs.of(run).stream()
                .map(act -> new ActLine(describe(act), PageTime.of(Instant.ofEpochMilli(act.at()))))
                .toList();
    }

    private static String describe(RecordedAct act) {
        List<String> parts = new ArrayList<>();
        parts.add(Messages.BuildDeliveriesAction_act(act.what(), act.name(), act.account()));
        if (!act.member().isEmpty()) {
            parts.add(Messages.BuildDeliveriesAction_member(act.member()));
        }
        if (act.channel() != null) {
            parts.add(Messages.BuildDeliveriesAction_channel(ChannelNames.label(act.channel())));
        }
        if (act.message() != null) {
            parts.add(Messages.BuildDeliveriesAction_message(act.message()));
        }
        String where = String.join(", ", parts);
        return act.reason() == null ? where : Messages.BuildDeliveriesAction_reason(where, act.reason());
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
