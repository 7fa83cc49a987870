package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationLog;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.spi.ChannelSources;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The parts of a {@link SlackCourier}. All are required. */
public final class SlackCourierBuilder {
    Supplier<EngineSettings> settings;
    SlackConnector connector;
    SlackGateway gateway;
    ChannelIds channelIds;
    FileSpool spool;
    RecipientLookup recipients;
    DeliveryLookup deliveries;
    ConversationLog log;
    ConversationPlanner conversations;
    Composer composer;
    FollowUps followUps;
    ChannelSources channelSources;
    ItemNames itemNames;
    InstantSource clock;
    InstantSource steadyClock;

    SlackCourierBuilder() {}

    /** The source of the settings, asked anew for every attempt. */
    public SlackCourierBuilder settings(Supplier<EngineSettings> newSettings) {
        settings = newSettings;
        return this;
    }

    /** The gateway to Slack, and what finds the token for a bot. */
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

    public SlackCourier build() {
        return new SlackCourier(this);
    }
}
