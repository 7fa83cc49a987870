package io.jenkins.plugins.slacknotify.engine.conversation;

import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An index of the latest conversations, and of all about builds that run: which deliveries belong to each build, and to the messages
 * about bad builds in a row in each destination, in the order of their acceptance. In memory; filled anew after a restart.
 *
 * <p>What only says {@linkplain DeliveryIds#isProgress how far a build is} is not among them: somebody may follow a build for weeks.
 *
 * <p>A build runs from the first delivery about it while it runs, until there is one of its end, or {@link #ended} is called. Of what its
 * author has said, the latest {@value #AUTHORED_KEPT} are kept: a pipeline may go on for months. So memory is bounded by how many builds
 * run at a time.
 *
 * <p>Safe for use by many threads.
 */
public final class ConversationIndex {
    /** The number of conversations that are kept beside those of running builds. */
    public static final int KEPT = 2_000;

    /** The number of deliveries that are kept of what the author of one build has said. */
    public static final int AUTHORED_KEPT = 1_000;

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

    /** The conversations about builds that run, each with its deliveries by their ids. */
    private final Map<String, Map<String, Member>> running = new HashMap<>();

    /** Those of {@link #latest} whose build has ended: what is handed over late does not have it run again. */
    private final Set<String> ended = new HashSet<>();

    /** The conversations of which messages of authors were dropped. */
    private final Set<String> shortened = new HashSet<>();

    /** All other conversations. The first one is that in which nothing was said for longest. */
    private final Map<String, Map<String, Member>> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Member>> eldest) {
            boolean tooMany = size() > KEPT;
            if (tooMany) {
                eldest.getValue().keySet().forEach(ConversationIndex.this::leave);
                ended.remove(eldest.getKey());
                shortened.remove(eldest.getKey());
                forgetful = true;
            }
            return tooMany;
        }
    };

    /** The deliveries of all conversations, by their ids. */
    private final Map<String, Known> known = new HashMap<>();

    /** @param places the number of conversations that have it */
    private record Known(EarlierNews news, int places) {}

    private long added;

    /** Whether any conversation was dropped because there were too many. */
    private boolean forgetful;

    /**
     * Adds a delivery that this process accepts to all {@link DeliveryIds#conversations} of its notification. Changes nothing where the
     * index has it: what is handed over once more under an id is not sent, and may say something else.
     */
    public synchronized void add(Notification notification, String deliveryId) {
        if (knows(deliveryId)) {
            return;
        }
        added++;
        add(notification, deliveryId, OF_THIS_PROCESS + added);
    }

    /**
     * Adds a delivery that was accepted before, or puts one that is here in its place.
     *
     * @param notification what was accepted
     * @param position its place in the order of acceptance
     */
    public synchronized void add(Notification notification, String deliveryId, long position) {
        if (DeliveryIds.isProgress(deliveryId)) {
            return;
        }
        Member member = new Member(EarlierNews.of(deliveryId, notification), position);
        String ofBuild = DeliveryIds.conversation(notification.event().key());
        boolean runs = notification.event().running();
        if (runs) {
            keepWhileRunning(ofBuild);
        }
        DeliveryIds.conversations(notification).forEach(conversation -> put(conversation, member));
        if (!runs) {
            ended(ofBuild);
        }
    }

    private void keepWhileRunning(String conversation) {
        if (!ended.contains(conversation) && !running.containsKey(conversation)) {
            Map<String, Member> members = latest.remove(conversation);
            running.put(conversation, members == null ? new LinkedHashMap<>() : members);
        }
    }

    /** Takes in that the build of a conversation has ended, so that this is kept as long as all others. */
    public synchronized void ended(String conversation) {
        Map<String, Member> members = running.remove(conversation);
        if (members != null) {
            latest.put(conversation, members);
        }
        if (latest.containsKey(conversation)) {
            ended.add(conversation);
        }
    }

    /** The conversations about builds that run, as far as the index knows. */
    public synchronized Set<String> running() {
        return Set.copyOf(running.keySet());
    }

    private void put(String conversation, Member member) {
        Map<String, Member> members = home(conversation);
        int before = members.size();
        // Whoever hands a delivery over once more does not know yet that it has a place.
        members.merge(member.id(), member, (first, now) -> BY_ORDER.compare(first, now) < 0 ? first : now);
        int more = members.size() - before;
        known.merge(
                member.id(),
                new Known(member.news(), more),
                (first, now) -> new Known(now.news(), first.places() + now.places()));
        if (more > 0 && members.size() > AUTHORED_KEPT && member.news().authored()) {
            shorten(conversation, members);
        }
    }

    private void shorten(String conversation, Map<String, Member> members) {
        List<Member> authored = members.values().stream()
                .filter(member -> member.news().authored())
                .toList();
        if (authored.size() > AUTHORED_KEPT) {
            String oldest = Collections.min(authored, BY_ORDER).id();
            members.remove(oldest);
            leave(oldest);
            shortened.add(conversation);
        }
    }

    /**
     * Returns the entry of a conversation to which a delivery is added. The conversation counts as used now, so others are dropped before
     * it.
     */
    private Map<String, Member> home(String conversation) {
        Map<String, Member> ofRunning = running.get(conversation);
        if (ofRunning != null) {
            return ofRunning;
        }
        Map<String, Member> earlier = latest.remove(conversation);
        Map<String, Member> members = earlier == null ? new LinkedHashMap<>() : earlier;
        latest.put(conversation, members);
        return members;
    }

    private void leave(String deliveryId) {
        known.computeIfPresent(deliveryId, (id, it) -> it.places() > 1 ? new Known(it.news(), it.places() - 1) : null);
    }

    /** Whether a conversation that is not here may be one that was let go, and not one that nobody has begun. */
    public synchronized boolean isForgetful() {
        return forgetful;
    }

    /** Whether a delivery of a conversation is not here because so much was said after it. */
    public synchronized boolean hasLetGo(String conversation, String deliveryId) {
        return shortened.contains(conversation) && !knows(deliveryId);
    }

    public synchronized boolean knows(String deliveryId) {
        return known.containsKey(deliveryId);
    }

    /** Finds a delivery without reading it; empty where nothing is known of it. */
    synchronized Optional<EarlierNews> find(String deliveryId) {
        return Optional.ofNullable(known.get(deliveryId)).map(Known::news);
    }

    /** The ids of the deliveries of a conversation, in the order in which they were accepted; empty where it is not known. */
    public synchronized List<String> of(String conversation) {
        return members(conversation).stream().map(Member::id).toList();
    }

    /** Returns the ids of the deliveries of a conversation that post the message of a build in a channel, in the same order. */
    synchronized List<String> postingBuild(String conversation) {
        return members(conversation).stream()
                .map(Member::news)
                .filter(EarlierNews::postsBuild)
                .map(EarlierNews::id)
                .toList();
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
        Map<String, Member> ofBuild = running.get(conversation);
        List<Member> members =
                new ArrayList<>((ofBuild == null ? latest.getOrDefault(conversation, Map.of()) : ofBuild).values());
        members.sort(BY_ORDER);
        return members;
    }
}
