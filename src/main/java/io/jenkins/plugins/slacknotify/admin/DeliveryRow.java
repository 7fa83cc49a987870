package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.CurrentBuild;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport.Audience;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.page.PageTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of the page of deliveries. */
public record DeliveryRow(DeliveryReport report) {
    static final List<String> KINDS =
            List.of("waiting", "held", "delivered", "folded", "refused", "expired", "discarded");

    /** The full name that the job has now; that of then where it is not known. */
    public String job() {
        return current().map(BuildKey::job).orElseGet(report::job);
    }

    /** The address of the build below the root of Jenkins, under the name that its job has now; null where it was deleted. */
    @CheckForNull
    public String buildUrl() {
        return current()
                .flatMap(CurrentBuild::find)
                .map(CurrentBuild::run)
                .map(Run::getUrl)
                .orElse(null);
    }

    private Optional<BuildKey> current() {
        return report.key().map(EngineLifecycle.get().engine().jobs()::current);
    }

    /** The state in terms of people: one of {@link #KINDS}. */
    public String kind() {
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

    /** The name of the state on the page. */
    public String label() {
        return isPeopleLookup() ? Messages.DeliveryRow_done() : label(kind());
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

    /** The destination as everybody who may see the build may read it: without the name of a person. */
    String publicChannel() {
        return report.audience() == Audience.PERSON ? Messages.DeliveryRow_person() : report.channel();
    }

    /** The name of the rule that has sent the message, with the job or folder that has the rule; null where no rule has sent it. */
    @CheckForNull
    public String rule() {
        return RuleLink.of(report.rule(), report.acceptedAt())
                .map(RuleLink::label)
                .orElse(null);
    }

    /** The links to the places where the name of the channel stands, if the delivery is held because of that name. */
    public List<FixLink> places() {
        return report.place().map(ChannelPlaceLinks::of).orElse(List.of());
    }

    /** The link to the rule that has sent the message; null where no rule has sent it. */
    @CheckForNull
    RuleLink ruleLink() {
        return RuleLink.of(report.rule(), report.acceptedAt()).orElse(null);
    }

    /** Whether the delivery is a direct message to the owner of this account. */
    boolean isFor(String account) {
        return account.equals(report.account());
    }

    /** The time since the delivery was handed over to the outbox, such as "3 min". */
    public String age() {
        return Util.getTimeSpanString(
                Duration.between(report.acceptedAt(), Instant.now()).toMillis());
    }

    /** The time at which the delivery was handed over to the outbox. */
    public PageTime acceptedAt() {
        return PageTime.of(report.acceptedAt());
    }

    public boolean isDiscardable() {
        return !report.state().isFinished();
    }

    /** Whether a person has to act: the delivery is held, or its message is lost. */
    public boolean isBad() {
        boolean isLost = report.state().isFinished() && !report.state().hasArrived();
        return report.isKeptBack() || isLost;
    }
}
