package io.jenkins.plugins.slacknotify.engine.sending;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationLog;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.spi.ChannelSources;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.slack.api.RateLimits;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The parts of a {@link SlackCourier}, from which it makes a sender for each kind of notification. All are required. */
public final class SlackCourierBuilder {
    private Supplier<EngineSettings> settings;
    private SlackConnector connector;
    private SlackGateway gateway;
    private ChannelIds channelIds;
    private FileSpool spool;
    private RecipientLookup recipients;
    private DeliveryLookup deliveries;
    private ConversationLog log;
    private ConversationPlanner conversations;
    private Composer composer;
    private FollowUps followUps;
    private ChannelSources channelSources = ChannelSources.NONE;
    private ItemNames itemNames = ItemNames.UNCHANGED;
    private InstantSource clock;
    private InstantSource steadyClock;

    SlackCourierBuilder() {}

    /** The source of the settings, asked anew for every attempt. */
    public SlackCourierBuilder settings(Supplier<EngineSettings> newSettings) {
        settings = newSettings;
        return this;
    }

    /** The way to Slack, and who finds the token for it. */
    public SlackCourierBuilder slack(SlackConnector newConnector, SlackGateway newGateway) {
        connector = newConnector;
        gateway = newGateway;
        return this;
    }

    /** The ids of channels that are known. */
    public SlackCourierBuilder channelIds(ChannelIds newChannelIds) {
        channelIds = newChannelIds;
        return this;
    }

    /** The files that wait to be uploaded. */
    public SlackCourierBuilder spool(FileSpool newSpool) {
        spool = newSpool;
        return this;
    }

    /** The people whom notifications are for. */
    public SlackCourierBuilder recipients(RecipientLookup newRecipients) {
        recipients = newRecipients;
        return this;
    }

    /** The earlier deliveries. */
    public SlackCourierBuilder deliveries(DeliveryLookup newDeliveries) {
        deliveries = newDeliveries;
        return this;
    }

    /** The conversations about builds. */
    public SlackCourierBuilder conversations(ConversationLog newLog, ConversationPlanner newConversations) {
        log = newLog;
        conversations = newConversations;
        return this;
    }

    /** The writer of messages. */
    public SlackCourierBuilder composer(Composer newComposer) {
        composer = newComposer;
        return this;
    }

    /** The way into the outbox for what follows from an attempt. */
    public SlackCourierBuilder followUps(FollowUps newFollowUps) {
        followUps = newFollowUps;
        return this;
    }

    /** The places where channels are named, and the names of the jobs and folders in which they stand. */
    public SlackCourierBuilder channelSources(ChannelSources newChannelSources, ItemNames newItemNames) {
        channelSources = newChannelSources;
        itemNames = newItemNames;
        return this;
    }

    public SlackCourierBuilder clock(InstantSource newClock) {
        clock = newClock;
        return this;
    }

    /** The clock by which something grows too old. */
    public SlackCourierBuilder steadyClock(InstantSource newClock) {
        steadyClock = newClock;
        return this;
    }

    /** @throws NullPointerException where a part is not set */
    public SlackCourier build() {
        requireNonNull(connector, "connector");
        requireNonNull(gateway, "gateway");
        requireNonNull(spool, "spool");
        requireNonNull(composer, "composer");
        requireNonNull(log, "log");
        requireNonNull(conversations, "conversations");
        requireNonNull(followUps, "followUps");
        ResultMapper results = new ResultMapper(requireNonNull(clock, "clock"));
        RateLimits limits = new RateLimits(clock);
        ChannelPoster poster = new ChannelPoster(gateway, requireNonNull(channelIds, "channelIds"), limits, clock);
        NamedChannels named = new NamedChannels(channelSources, itemNames);
        PlacementFinder placements = new PlacementFinder(requireNonNull(deliveries, "deliveries"));
        MentionResolver mentions = new MentionResolver(connector, requireNonNull(recipients, "recipients"));
        MessagePosts posts = new MessagePosts(connector, poster, named, results);
        ThreadPlanner threads = new ThreadPlanner(composer, followUps);
        return new SlackCourier(
                requireNonNull(settings, "settings"),
                recipients,
                posts,
                new MessageSender(
                        posts,
                        poster,
                        named,
                        placements,
                        mentions,
                        composer,
                        threads,
                        results,
                        requireNonNull(steadyClock, "steadyClock")),
                new DoubtfulMessages(posts, placements, threads, results),
                new PeopleLookupSender(
                        connector,
                        recipients,
                        new ChannelReaders(gateway, limits, conversations),
                        spool,
                        conversations,
                        followUps,
                        results),
                new ReactionSender(connector, gateway, placements, limits, results),
                new FileUploadSender(connector, gateway, spool, deliveries, followUps, results),
                new FileShowSender(
                        connector,
                        placements,
                        log,
                        mentions,
                        composer,
                        poster,
                        new FileShare(poster, spool, results),
                        results));
    }
}
