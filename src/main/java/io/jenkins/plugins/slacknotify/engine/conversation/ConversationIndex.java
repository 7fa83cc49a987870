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
 * Which deliveries belong to which build, and which to what somebody is told of a row of builds, for those that were spoken of
 * last. Safe for use by many threads.
 */
public final class ConversationIndex {
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

    public synchronized void add(Notification notification, String deliveryId) {
        DeliveryIds.conversations(notification).forEach(conversation -> add(conversation, deliveryId));
    }

    synchronized void add(String conversation, String deliveryId) {
        known.add(deliveryId);
        deliveries
                .computeIfAbsent(conversation, unused -> new LinkedHashSet<>())
                .add(deliveryId);
    }

    /** Whether it is remembered to which build a delivery belongs. */
    public synchronized boolean knows(String deliveryId) {
        return known.contains(deliveryId);
    }

    /** The ids of a build's deliveries, or of those of a row; empty where none is remembered. */
    public synchronized List<String> of(String conversation) {
        return List.copyOf(deliveries.getOrDefault(conversation, Set.of()));
    }
}
