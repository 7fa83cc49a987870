package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport.Audience;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.page.PageTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A row of the page of deliveries. It has getters, because views read those. */
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

    /** The state in terms of people: one of {@link #KINDS}. */
    public String getKind() {
        if (report.isKeptBack()) {
            return "held";
        }
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

    /** The page's name for the state. */
    public String getLabel() {
        return isPeopleLookup() ? Messages.DeliveryRow_done() : label(getKind());
    }

    /** Whether this delivery has only found the people to notify. The messages to them stand in rows of their own. */
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

    /** The id of the subscription that has led to it; null where there is none. */
    @CheckForNull
    public String getSubscription() {
        return report.subscription();
    }

    /** The destination as everybody who may see the build may read it: without the name of a person. */
    String getPublicChannel() {
        return report.audience() == Audience.PERSON ? Messages.DeliveryRow_person() : getChannel();
    }

    /** The rule for which it was sent, with where it stands; null where there is none. */
    @CheckForNull
    public String getRule() {
        return RuleLink.of(report.rule(), report.acceptedAt())
                .map(RuleLink::getLabel)
                .orElse(null);
    }

    /** The links to where the name of its channel stands, where that is why it is held. */
    public List<FixLink> getPlaces() {
        return report.place().map(ChannelPlaceLinks::of).orElse(List.of());
    }

    /** The link to that rule; null where there is none. */
    @CheckForNull
    RuleLink ruleLink() {
        return RuleLink.of(report.rule(), report.acceptedAt()).orElse(null);
    }

    /** Whether it is a message to this account. */
    boolean isFor(String account) {
        return account.equals(report.account());
    }

    @CheckForNull
    public String getText() {
        return report.text();
    }

    @CheckForNull
    public String getNote() {
        return report.note();
    }

    /** The note as everybody may read it who may see the build; null where there is nothing to say. */
    @CheckForNull
    String getBrief() {
        return report.brief();
    }

    public int getAttempts() {
        return report.attempts();
    }

    /** The time since the hand-over, such as "3 min". */
    public String getAge() {
        return Util.getTimeSpanString(
                Duration.between(report.acceptedAt(), Instant.now()).toMillis());
    }

    /** Whether it can be sent to another channel. */
    public boolean isRedirectable() {
        return report.redirectable();
    }

    /** The time of the hand-over. */
    public PageTime getAcceptedAt() {
        return PageTime.of(report.acceptedAt());
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

    /** Whether a person has to act: the delivery is held, or its message is lost. */
    public boolean isBad() {
        boolean isLost = report.state().isFinished() && !report.state().hasArrived();
        return report.isKeptBack() || isLost;
    }
}
