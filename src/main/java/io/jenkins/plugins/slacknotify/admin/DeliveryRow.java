package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport.Audience;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A row of the page of deliveries. Has getters, because that is what a view can read. */
public final class DeliveryRow {
    static final List<String> KINDS =
            List.of("waiting", "held", "delivered", "folded", "refused", "expired", "discarded");

    private final DeliveryReport report;

    DeliveryRow(DeliveryReport report) {
        this.report = report;
    }

    public String getId() {
        return report.id();
    }

    /** One of {@link #KINDS}: how far it has come, as people tell it apart. */
    public String getKind() {
        return switch (report.state()) {
            case WAITING, SENDING, UNCERTAIN -> "waiting";
            case HELD -> "held";
            case SENT -> "delivered";
            case FOLDED -> "folded";
            case REFUSED -> "refused";
            case EXPIRED -> "expired";
            case DISCARDED -> "discarded";
        };
    }

    public String getLabel() {
        return isPeopleLookup() ? Messages.DeliveryRow_done() : label(getKind());
    }

    /** Whether it was found out who is told: their messages stand in rows of their own. */
    boolean isPeopleLookup() {
        return report.audience() == Audience.PEOPLE && report.state() == Delivery.State.SENT;
    }

    static String label(String kind) {
        return switch (kind) {
            case "waiting" -> Messages.DeliveryRow_waiting();
            case "held" -> Messages.DeliveryRow_held();
            case "delivered" -> Messages.DeliveryRow_delivered();
            case "folded" -> Messages.DeliveryRow_folded();
            case "refused" -> Messages.DeliveryRow_refused();
            case "expired" -> Messages.DeliveryRow_expired();
            default -> Messages.DeliveryRow_discarded();
        };
    }

    public String getJob() {
        return report.job();
    }

    public String getBuild() {
        return report.build();
    }

    @CheckForNull
    public String getUrl() {
        return report.url();
    }

    public String getChannel() {
        return report.channel();
    }

    /** Where it goes, for everybody who may see the build. */
    String getPublicChannel() {
        return report.audience() == Audience.PERSON ? Messages.DeliveryRow_person() : getChannel();
    }

    @CheckForNull
    public String getText() {
        return report.text();
    }

    @CheckForNull
    public String getNote() {
        return report.note();
    }

    public int getAttempts() {
        return report.attempts();
    }

    /** How long ago it was handed over. */
    public String getAge() {
        return Util.getTimeSpanString(
                Duration.between(report.acceptedAt(), Instant.now()).toMillis());
    }

    /** When it was handed over, in UTC. */
    public String getAcceptedAt() {
        return report.acceptedAt().toString();
    }

    public boolean isOpenable() {
        return report.hasArrived();
    }

    public boolean isDiscardable() {
        return !report.state().isFinished();
    }

    public boolean isSendableAgain() {
        return report.repeatable();
    }

    /** Whether somebody has to do something about it. */
    public boolean isBad() {
        boolean isLost = report.state().isFinished() && !report.state().hasArrived();
        return report.state() == Delivery.State.HELD || isLost;
    }
}
