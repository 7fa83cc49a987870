package io.jenkins.plugins.slacknotify.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A courier that delivers everything, except what a test scripts. */
final class ScriptedCourier implements Courier {
    private final Map<String, Deque<Function<Delivery, SendResult>>> script = new HashMap<>();
    private final List<Delivery> seen = new ArrayList<>();
    private final List<List<Delivery>> parcels = new ArrayList<>();

    /**
     * The next attempts to send that entry, or the parcel that it leads, end so, one after the other; those after them
     * succeed.
     */
    ScriptedCourier on(String id, SendResult... attempts) {
        for (SendResult attempt : attempts) {
            on(id, delivery -> attempt);
        }
        return this;
    }

    ScriptedCourier on(String id, Function<Delivery, SendResult> attempt) {
        script.computeIfAbsent(id, unused -> new ArrayDeque<>()).add(attempt);
        return this;
    }

    @Override
    public SendResult send(Delivery delivery) {
        return sendTogether(List.of(delivery));
    }

    @Override
    public SendResult sendTogether(List<Delivery> parcel) {
        Delivery delivery = parcel.get(0);
        parcels.add(parcel);
        seen.addAll(parcel);
        var next =
                script.getOrDefault(delivery.entry().id(), new ArrayDeque<>()).poll();
        return next == null
                ? new SendResult.Sent("receipt of " + delivery.entry().id(), null)
                : next.apply(delivery);
    }

    /** Every delivery as it was handed over, in the order of the attempts. */
    List<Delivery> seen() {
        return List.copyOf(seen);
    }

    /** The ids of what travelled in each message, in the order of the attempts. */
    List<List<String>> parcels() {
        return parcels.stream()
                .map(parcel -> parcel.stream().map(it -> it.entry().id()).toList())
                .toList();
    }

    List<String> ids() {
        return seen.stream().map(delivery -> delivery.entry().id()).toList();
    }
}
