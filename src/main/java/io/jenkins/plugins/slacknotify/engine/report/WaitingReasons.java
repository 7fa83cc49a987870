package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why each delivery waits. One that was not tried yet waits for what was tried last in its lane, for the same reason. */
public record WaitingReasons(Map<String, String> byLane) {
    public static WaitingReasons in(List<Delivery> unfinished) {
        Map<String, String> byLane = new HashMap<>();
        unfinished.stream()
                .filter(delivery -> delivery.state() != Delivery.State.HELD && delivery.note() != null)
                .sorted(Comparator.comparing(Delivery::changedAt))
                .forEach(delivery -> byLane.put(delivery.entry().lane(), delivery.note()));
        return new WaitingReasons(byLane);
    }

    /** What people should know of a delivery; null where there is nothing to say. */
    @CheckForNull
    String noteOf(Delivery delivery) {
        boolean untried = delivery.state() == Delivery.State.WAITING && delivery.note() == null;
        return untried ? byLane.get(delivery.entry().lane()) : delivery.note();
    }
}
