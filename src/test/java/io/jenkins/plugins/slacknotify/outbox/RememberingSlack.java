package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A courier that delivers everything, finds again what it has delivered if it is asked to look, and notes what it was
 * given again without being asked to. A message bears the ids of all that travelled in it.
 */
final class RememberingSlack implements Courier {
    private final List<List<String>> messages = new ArrayList<>();
    private final Set<String> arrived = new HashSet<>();
    private final List<String> repeated = new ArrayList<>();
    private int looks;
    private boolean down;

    @Override
    public SendResult send(Delivery delivery) {
        return sendTogether(List.of(delivery));
    }

    @Override
    public SendResult sendTogether(List<Delivery> parcel) {
        if (down) {
            return new SendResult.Retry(Duration.ofMinutes(1), "Slack is down");
        }
        List<String> ids = parcel.stream().map(it -> it.entry().id()).toList();
        if (parcel.get(0).state().mayHaveArrived()) {
            looks++;
            String id = ids.get(0);
            if (arrived.contains(id)) {
                return new SendResult.Sent("found " + id, null);
            }
        }
        ids.stream().filter(id -> !arrived.add(id)).forEach(repeated::add);
        messages.add(ids);
        return new SendResult.Sent("posted", null);
    }

    @Override
    public Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
        looks++;
        return deliveries.stream()
                .map(it -> it.entry().id())
                .collect(Collectors.toMap(
                        id -> id,
                        id -> arrived.contains(id)
                                ? new SendResult.Sent("found " + id, null)
                                : new SendResult.Absent("not there")));
    }

    /** From now on nothing can be sent, until that is taken back. */
    void setDown(boolean isDown) {
        down = isDown;
    }

    /** Returns what has arrived, message by message. */
    List<List<String>> messages() {
        return List.copyOf(messages);
    }

    /** Returns what has arrived more than once. */
    List<String> repeated() {
        return List.copyOf(repeated);
    }

    int looks() {
        return looks;
    }
}
