package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reasons for which deliveries wait. A delivery that was not tried yet waits for the one that was tried last in its lane, for
 * that one's reason.
 */
public record WaitingReasons(Map<String, Note> byLane) {
    /** Collects the reasons of all deliveries that are not finished. */
    public static WaitingReasons in(List<DeliveryHead> unfinished) {
        Map<String, Note> byLane = new HashMap<>();
        unfinished.stream()
                .filter(delivery -> delivery.state() != Delivery.State.HELD && delivery.reason() != null)
                .sorted(Comparator.comparing(delivery -> delivery.progress().changedAt()))
                .forEach(delivery -> byLane.put(delivery.order().lane(), delivery.reason()));
        return new WaitingReasons(byLane);
    }

    /** The note on a delivery; null where there is nothing to say. */
    @CheckForNull
    Note noteOf(Delivery delivery) {
        boolean untried = delivery.state() == Delivery.State.WAITING && delivery.reason() == null;
        return untried ? byLane.get(delivery.entry().lane()) : delivery.reason();
    }
}
