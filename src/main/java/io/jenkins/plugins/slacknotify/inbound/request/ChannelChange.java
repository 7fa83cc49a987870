package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/** A change to a channel, public or private. The channel is {@link RequestOrigin#channelId()}, which is never null here. */
public sealed interface ChannelChange extends InboundRequest {
    @Override
    default RequestKind kind() {
        return RequestKind.CHANNEL_CHANGE;
    }

    /**
     * The channel has another name.
     *
     * @param name without {@code #}
     */
    record Renamed(RequestOrigin origin, String name) implements ChannelChange {}

    /** Nobody can write to the channel any more. */
    record Archived(RequestOrigin origin) implements ChannelChange {}

    /** The channel can be written to again. */
    record Unarchived(RequestOrigin origin) implements ChannelChange {}

    /** The channel was deleted. */
    record Deleted(RequestOrigin origin) implements ChannelChange {}

    /**
     * The channel has another id, because it became shared or private.
     *
     * @param newId what it is now; {@link RequestOrigin#channelId()} is what it was
     */
    record IdChanged(RequestOrigin origin, String newId) implements ChannelChange {}

    /** The app's bot was removed from the channel ({@code channel_left}, {@code group_left}). */
    record BotRemoved(RequestOrigin origin) implements ChannelChange {}
}
