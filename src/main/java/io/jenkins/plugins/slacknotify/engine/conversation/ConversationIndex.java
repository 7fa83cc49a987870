package io.jenkins.plugins.slacknotify.engine.conversation;

import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An index of the latest conversations: which deliveries belong to each build, and to each person's messages about bad builds in a
 * row. In memory; filled anew after a restart.
 *
 * <p>Safe for use by many threads.
 */
public final class ConversationIndex {
    /** The number of conversations that are kept. */
    public static final int KEPT = 2_000;

    private final Map<String, Set<String>> deliveries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            boolean tooMany = size() > KEPT;
            if (tooMany) {
                known.removeAll(eldest.getValue());
            }
            return tooMany;
        }
    };

    /** All ids of {@link #deliveries}. */
    private final Set<String> known = new HashSet<>();

    /** Adds a delivery to all {@link DeliveryIds#conversations} of its notification. */
    public synchronized void add(Notification notification, String deliveryId) {
        DeliveryIds.conversations(notification).forEach(conversation -> add(conversation, deliveryId));
    }

    synchronized void add(String conversation, String deliveryId) {
        known.add(deliveryId);
        deliveries
                .computeIfAbsent(conversation, unused -> new LinkedHashSet<>())
                .add(deliveryId);
    }

    /** Whether the index has a delivery. */
    public synchronized boolean knows(String deliveryId) {
        return known.contains(deliveryId);
    }

    /** The ids of the deliveries of a conversation, in the order in which they were added; empty where it is not known. */
    public synchronized List<String> of(String conversation) {
        return List.copyOf(deliveries.getOrDefault(conversation, Set.of()));
    }
}
