package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A courier that delivers everything, except what a test scripts. */
final class ScriptedCourier implements Courier {
    private final Map<String, Deque<Function<Delivery, SendResult>>> script = new HashMap<>();
    private final Map<String, SendResult> always = new HashMap<>();
    private final List<Delivery> seen = new ArrayList<>();
    private final List<String> manners = new ArrayList<>();
    private final List<List<Delivery>> parcels = new ArrayList<>();
    private final List<List<String>> looks = new ArrayList<>();
    private Function<List<Delivery>, Map<String, SendResult>> look = deliveries -> Map.of();
    private BiPredicate<Delivery, Delivery> mayTravelTogether = (one, other) -> true;

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

    /** Every attempt to send that entry that is not scripted otherwise ends so. */
    ScriptedCourier always(String id, SendResult result) {
        always.put(id, result);
        return this;
    }

    /** From now on everything that is not scripted once arrives. */
    void calmDown() {
        always.clear();
    }

    /** From now on that entry arrives. */
    void calmDown(String id) {
        script.remove(id);
        always.remove(id);
    }

    ScriptedCourier on(String id, Function<Delivery, SendResult> attempt) {
        script.computeIfAbsent(id, unused -> new ArrayDeque<>()).add(attempt);
        return this;
    }

    @Override
    public SendResult send(Delivery delivery) {
        return sendTogether(List.of(delivery));
    }

    /** From now on only those travel together for whom this is true. */
    void keepApart(BiPredicate<Delivery, Delivery> mayTravelTogether) {
        this.mayTravelTogether = mayTravelTogether;
    }

    @Override
    public List<Delivery> companions(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(it -> mayTravelTogether.test(deliveries.get(0), it))
                .toList();
    }

    @Override
    public SendResult sendTogether(List<Delivery> parcel) {
        return attempt("send", parcel);
    }

    @Override
    public SendResult sendPlain(Delivery delivery) {
        return attempt("plain", List.of(delivery));
    }

    @Override
    public SendResult lookFor(List<Delivery> parcel) {
        return attempt("look", parcel);
    }

    /** From now on a look for several at once ends so. */
    void lookingForEach(Function<List<Delivery>, Map<String, SendResult>> newLook) {
        look = newLook;
    }

    @Override
    public Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
        looks.add(deliveries.stream().map(it -> it.entry().id()).toList());
        return look.apply(deliveries);
    }

    /** The ids of what was looked for at once, in the order of the looks. */
    List<List<String>> looks() {
        return List.copyOf(looks);
    }

    private SendResult attempt(String manner, List<Delivery> parcel) {
        manners.add(manner);
        Delivery delivery = parcel.get(0);
        parcels.add(parcel);
        seen.addAll(parcel);
        var next =
                script.getOrDefault(delivery.entry().id(), new ArrayDeque<>()).poll();
        SendResult otherwise = always.getOrDefault(
                delivery.entry().id(),
                new SendResult.Sent("receipt of " + delivery.entry().id(), null));
        return next == null ? otherwise : next.apply(delivery);
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

    /** Returns how each message was asked for, in the order of the attempts: "send", "plain" or "look". */
    List<String> manners() {
        return List.copyOf(manners);
    }

    List<String> ids() {
        return seen.stream().map(delivery -> delivery.entry().id()).toList();
    }
}
