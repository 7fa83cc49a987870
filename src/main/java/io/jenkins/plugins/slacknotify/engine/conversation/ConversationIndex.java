package io.jenkins.plugins.slacknotify.engine.conversation;

import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index of the latest conversations: which deliveries belong to each build, and to the messages about bad builds in a row in each
 * destination, in the order of their acceptance. In memory; filled anew after a restart.
 *
 * <p>Safe for use by many threads.
 */
public final class ConversationIndex {
    /** The number of conversations that are kept. */
    public static final int KEPT = 2_000;

    /** Positions are microseconds since 1970, so what this process accepts comes after all that earlier ones have left. */
    private static final long OF_THIS_PROCESS = 1L << 62;

    private static final Comparator<Member> BY_ORDER = Comparator.comparingLong(Member::order);

    /**
     * A delivery of a conversation.
     *
     * @param order the deliveries of a conversation were accepted in this order
     */
    private record Member(EarlierNews news, long order) {
        String id() {
            return news.id();
        }
    }

    private final Map<String, Map<String, Member>> conversations = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Member>> eldest) {
            boolean tooMany = size() > KEPT;
            if (tooMany) {
                known.keySet().removeAll(eldest.getValue().keySet());
            }
            return tooMany;
        }
    };

    /** All deliveries of {@link #conversations}, by their ids. */
    private final Map<String, EarlierNews> known = new HashMap<>();

    private long added;

    /** Adds a delivery that this process accepts to all {@link DeliveryIds#conversations} of its notification. */
    public synchronized void add(Notification notification, String deliveryId) {
        added++;
        add(notification, deliveryId, OF_THIS_PROCESS + added);
    }

    /**
     * Adds a delivery that was accepted before, or has it take its place.
     *
     * @param position its place in the order of acceptance
     */
    public synchronized void add(Notification notification, String deliveryId, long position) {
        Member member = new Member(EarlierNews.of(deliveryId, notification), position);
        DeliveryIds.conversations(notification).forEach(conversation -> put(conversation, member));
    }

    private void put(String conversation, Member member) {
        known.put(member.id(), member.news());
        // Who hands a delivery over once more does not know yet that it has a place.
        conversations
                .computeIfAbsent(conversation, unused -> new LinkedHashMap<>())
                .merge(member.id(), member, (before, now) -> BY_ORDER.compare(before, now) < 0 ? before : now);
    }

    /** Whether the index has a delivery. */
    public synchronized boolean knows(String deliveryId) {
        return known.containsKey(deliveryId);
    }

    /** What is known of a delivery without reading it; empty where nothing is. */
    synchronized Optional<EarlierNews> find(String deliveryId) {
        return Optional.ofNullable(known.get(deliveryId));
    }

    /** The ids of the deliveries of a conversation, in the order in which they were accepted; empty where it is not known. */
    public synchronized List<String> of(String conversation) {
        return members(conversation).stream().map(Member::id).toList();
    }

    /** The ids of the deliveries of a conversation that are about earlier builds than one, the one that was accepted last first. */
    synchronized List<String> before(String conversation, int build) {
        List<Member> members = members(conversation);
        List<String> before = new ArrayList<>();
        for (int i = members.size() - 1; i >= 0; i--) {
            if (members.get(i).news().build() < build) {
                before.add(members.get(i).id());
            }
        }
        return before;
    }

    private List<Member> members(String conversation) {
        List<Member> members = new ArrayList<>(
                conversations.getOrDefault(conversation, Map.of()).values());
        members.sort(BY_ORDER);
        return members;
    }
}
