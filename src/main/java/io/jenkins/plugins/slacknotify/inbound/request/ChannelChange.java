package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/** A change to a channel, public or private. The channel is {@link RequestOrigin#channelId()}, which is never null here. */
public sealed interface ChannelChange extends InboundRequest {
    @Override
    default RequestKind kind() {
        return RequestKind.CHANNEL_CHANGE;
    }

    @Override
    default <R> R accept(InboundRequest.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /** Calls the method of the visitor that fits the kind of change. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of change. */
    interface Visitor<R> {
        R visit(Renamed renamed);

        R visit(Archived archived);

        R visit(Unarchived unarchived);

        R visit(Deleted deleted);

        R visit(IdChanged changed);

        R visit(BotRemoved removed);
    }

    /**
     * The channel has another name.
     *
     * @param name without {@code #}
     */
    record Renamed(RequestOrigin origin, String name) implements ChannelChange {
        public Renamed {
            requireNonNull(origin.channelId(), "channelId");
            requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Nobody can write to the channel any more. */
    record Archived(RequestOrigin origin) implements ChannelChange {
        public Archived {
            requireNonNull(origin.channelId(), "channelId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The channel can be written to again. */
    record Unarchived(RequestOrigin origin) implements ChannelChange {
        public Unarchived {
            requireNonNull(origin.channelId(), "channelId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The channel is gone. */
    record Deleted(RequestOrigin origin) implements ChannelChange {
        public Deleted {
            requireNonNull(origin.channelId(), "channelId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The channel has another id, because it became shared or private.
     *
     * @param newId what it is now; {@link RequestOrigin#channelId()} is what it was
     */
    record IdChanged(RequestOrigin origin, String newId) implements ChannelChange {
        public IdChanged {
            requireNonNull(origin.channelId(), "channelId");
            requireNonNull(newId, "newId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The app's bot was removed from the channel ({@code channel_left}, {@code group_left}). */
    record BotRemoved(RequestOrigin origin) implements ChannelChange {
        public BotRemoved {
            requireNonNull(origin.channelId(), "channelId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
