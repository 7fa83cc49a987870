package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** A store from which some deliveries cannot be read one by one, as where a block of the disk is bad. */
public final class UnreadableStore extends ForwardingStore {
    /** Whether the delivery of an id cannot be read now. */
    public Predicate<String> isUnreadable = id -> false;

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        if (isUnreadable.test(id)) {
            throw new IOException("Input/output error");
        }
        return super.find(id);
    }
}
