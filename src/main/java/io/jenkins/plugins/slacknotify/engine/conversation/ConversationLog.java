package io.jenkins.plugins.slacknotify.engine.conversation;

import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The messages about builds, as far as the outbox remembers them, that have arrived or still may.
 *
 * <p>Safe for use by many threads.
 */
public final class ConversationLog {
    private final ConversationIndex index;
    private final DeliveryLookup deliveries;
    private final Supplier<SeverityPolicy> severities;
    private final Function<Delivery, Optional<Notification>> codec;

    /**
     * @param severities a message that a job's author has rated otherwise is as its author wants it, and is not the message
     *     of its build
     */
    public ConversationLog(ConversationIndex index, DeliveryLookup deliveries, Supplier<SeverityPolicy> severities) {
        this(index, deliveries, severities, NotificationCodec::read);
    }

    private ConversationLog(
            ConversationIndex index,
            DeliveryLookup deliveries,
            Supplier<SeverityPolicy> severities,
            Function<Delivery, Optional<Notification>> codec) {
        this.index = index;
        this.deliveries = deliveries;
        this.severities = severities;
        this.codec = codec;
    }

    /**
     * Returns this log for one plan, which asks for the same deliveries several times: it reads each once, and then has it as it stood.
     * For one thread, and no longer than that.
     */
    ConversationLog readingOnce() {
        Map<String, Optional<Notification>> read = new HashMap<>();
        return new ConversationLog(
                index,
                new ReadOnce(deliveries),
                severities,
                delivery -> read.computeIfAbsent(delivery.entry().id(), unused -> codec.apply(delivery)));
    }

    /** A lookup that finds each delivery once. For one thread. */
    private static final class ReadOnce implements DeliveryLookup {
        private final DeliveryLookup deliveries;
        private final Map<String, Optional<Delivery>> found = new HashMap<>();

        ReadOnce(DeliveryLookup deliveries) {
            this.deliveries = deliveries;
        }

        @Override
        public Optional<Delivery> find(String deliveryId) {
            return found.computeIfAbsent(deliveryId, deliveries::find);
        }

        @Override
        public Optional<Delivery.State> stateOf(String deliveryId) {
            Optional<Delivery> known = found.get(deliveryId);
            return known == null ? deliveries.stateOf(deliveryId) : known.map(Delivery::state);
        }
    }

    /** The notification of a delivery; empty where it cannot be read. */
    Optional<Notification> read(Delivery delivery) {
        return codec.apply(delivery);
    }

    private <N extends Notification> Optional<N> read(Delivery delivery, Class<N> kind) {
        return read(delivery).filter(kind::isInstance).map(kind::cast);
    }

    /** The delivery of an id; empty where there is none, or where it has failed for good. */
    Optional<Delivery> find(String id) {
        return deliveries.find(id).filter(ConversationLog::isAlive);
    }

    /** Whether the outbox knows an id, whatever became of the delivery. */
    boolean isKnown(String id) {
        return deliveries.stateOf(id).isPresent();
    }

    /** Whether the delivery of an id has arrived or still may arrive. */
    boolean isAlive(String id) {
        return deliveries.stateOf(id).filter(ConversationLog::isAlive).isPresent();
    }

    /** Finds a delivery that has arrived or still may. Reads it only where the index has forgotten it. */
    Optional<EarlierNews> earlier(String id) {
        return isAlive(id) ? index.find(id).or(() -> find(id).map(this::earlier)) : Optional.empty();
    }

    EarlierNews earlier(Delivery delivery) {
        String id = delivery.entry().id();
        return read(delivery).map(news -> EarlierNews.of(id, news)).orElseGet(() -> EarlierNews.unreadable(id));
    }

    /** A delivery with its news, so that the news are read once. */
    private record LoggedNews(Delivery delivery, BuildNews news) {
        boolean isIn(Destination destination) {
            return news.destination().isSameAs(destination);
        }

        /** A digest is not changed, so the end of a build that ran at the time of the digest has a message of its own. */
        boolean isInDigestOfRunning() {
            return delivery.state().hasArrived()
                    && delivery.inDigest()
                    && news.event().running();
        }

        boolean relatesToOneOf(List<String> ids) {
            Relation relation = news.relation();
            return relation != null && ids.contains(relation.deliveryId());
        }
    }

    /** All news of a build, in the order of their acceptance. */
    Stream<BuildNews> newsOf(BuildKey build) {
        return logged(idsOf(build)).map(LoggedNews::news);
    }

    /**
     * The lookups of people who are notified that a build is good so far, with their ids, in the order of their acceptance.
     * Those whose content an author has written are not among them.
     */
    Stream<Map.Entry<String, PeopleLookup>> lookupsSoFar(BuildKey build) {
        return idsOf(build).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Delivery::position))
                .flatMap(delivery -> read(delivery, PeopleLookup.class)
                        .filter(ConversationLog::isGoodSoFar)
                        .map(lookup -> Map.entry(delivery.entry().id(), lookup))
                        .stream());
    }

    private static boolean isGoodSoFar(PeopleLookup lookup) {
        return lookup.content() instanceof PeopleLookup.News
                && lookup.event().running()
                && !lookup.event().outcome().isBad();
    }

    /**
     * The news that post a message of a build in a channel, in the order of their acceptance. Reads nothing else: an author may say much
     * while a build runs.
     */
    Stream<BuildNews> posted(BuildKey build) {
        return logged(idsPosted(build)).map(LoggedNews::news).filter(BuildNews::postsBuildInChannel);
    }

    /** The messages of a build, one for each destination. */
    Stream<BuildNews> currentNews(BuildKey build) {
        return posted(build).filter(this::isMessageOfBuild);
    }

    /** The message of a build in that destination that can be changed, and not what follows in its thread. */
    Optional<Delivery> currentMessage(BuildKey build, Destination destination) {
        List<String> ids = idsOf(build);
        List<LoggedNews> candidates = logged(idsPosted(build))
                .filter(logged ->
                        logged.isIn(destination) && isMessageOfBuild(logged.news()) && !logged.isInDigestOfRunning())
                .toList();
        return candidates.stream()
                .filter(logged -> !logged.relatesToOneOf(ids))
                .findFirst()
                // The message before it may be gone, so that it was posted on its own.
                .or(() -> candidates.stream().findFirst())
                .map(LoggedNews::delivery);
    }

    /**
     * The content of the message that shows a file: what has replaced it last, or what it was at first.
     *
     * @param location where the message is
     * @return empty where no delivery at that place can be read
     */
    public Optional<Message> currentContent(FileShow show, MessageLocation location) {
        Stream<String> first = Stream.of(show.messageId());
        return Stream.concat(first, idsOf(show.event().key()).stream())
                .distinct()
                .map(deliveries::find)
                .flatMap(Optional::stream)
                .filter(delivery -> isAt(location, delivery))
                .sorted(Comparator.comparingLong(Delivery::position).reversed())
                .map(delivery -> read(delivery, Message.class))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isAt(MessageLocation location, Delivery delivery) {
        return delivery.state().hasArrived()
                && ReceiptCodec.message(delivery)
                        .filter(receipt -> receipt.location().equals(location))
                        .isPresent();
    }

    /**
     * The first message that a person got of the bad builds that this one goes on with, or ends.
     *
     * @param id the delivery of the message about this one
     */
    Optional<Delivery> firstPersonalMessage(String id, BuildNews news) {
        List<String> ids = DeliveryIds.failureStreak(news).map(index::of).orElse(List.of());
        return logged(ids.stream().filter(other -> !other.equals(id)))
                .map(LoggedNews::delivery)
                .findFirst();
    }

    /** The deliveries that say in a channel, for everybody in it, what an event says. */
    List<Delivery> shownInChannels(BuildEvent event) {
        return logged(idsOf(event.key()))
                .filter(logged -> saysInChannel(logged.news(), event))
                .map(LoggedNews::delivery)
                .toList();
    }

    private static boolean saysInChannel(BuildNews news, BuildEvent event) {
        Relation relation = news.relation();
        boolean isSeen = relation == null
                || relation.kind() == Relation.Kind.BROADCAST
                || relation.kind() == Relation.Kind.UPDATE;
        return news.recipient() == null
                && isSeen
                && news.event().milestone() == null
                && news.event().running() == event.running()
                && news.event().outcome() == event.outcome();
    }

    /**
     * The latest delivery in the same place about the bad builds that this one goes on with; empty where there is none. Reads none of
     * them, however many there are.
     */
    Optional<String> latestOfStreak(BuildNews news) {
        int build = news.event().key().build();
        List<String> before = DeliveryIds.failureStreak(news)
                .map(streak -> index.before(streak, build))
                .orElse(List.of());
        return before.stream().filter(this::isAlive).findFirst();
    }

    private List<String> idsOf(BuildKey build) {
        return index.of(DeliveryIds.conversation(build));
    }

    private List<String> idsPosted(BuildKey build) {
        return index.postingBuild(DeliveryIds.conversation(build));
    }

    private Stream<LoggedNews> logged(List<String> ids) {
        return logged(ids.stream());
    }

    /** Reads each delivery only when the stream reaches it. */
    private Stream<LoggedNews> logged(Stream<String> ids) {
        return ids.map(this::find).flatMap(Optional::stream).flatMap(delivery -> logged(delivery).stream());
    }

    private Optional<LoggedNews> logged(Delivery delivery) {
        return read(delivery, BuildNews.class).map(news -> new LoggedNews(delivery, news));
    }

    private boolean isMessageOfBuild(BuildNews news) {
        return news.postsBuildInChannel()
                && (news.routed() || news.severity() == severities.get().rate(news.event()));
    }

    private static boolean isAlive(Delivery delivery) {
        return isAlive(delivery.state());
    }

    private static boolean isAlive(Delivery.State state) {
        return !state.isFinished() || state.hasArrived();
    }
}
