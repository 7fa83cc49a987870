package io.jenkins.plugins.slacknotify.engine.sending;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.spi.ChannelSources;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.Optional;

/**
 * The places that name the channels of messages, while those wait. A place is that of a job or folder, which may be renamed or moved
 * meanwhile; what has its former name then is another one, of other people.
 *
 * @param sources tells where the names of channels lead by now
 */
record NamedChannels(ChannelSources sources, ItemNames items) {
    NamedChannels {
        requireNonNull(sources, "sources");
        requireNonNull(items, "items");
    }

    /** The place that has named the channel of a message, where it is now; empty where nobody knows. */
    Optional<ChannelSource> place(Message message) {
        return Optional.ofNullable(message.options().channelSource())
                .map(source -> source.ownedBy(now(source.owner(), message)));
    }

    private String now(String item, Message message) {
        return items.current(item, message.event().key().startedAt());
    }

    /**
     * The channel that the place of a message names now; empty where it is the same, or not known, or where the rules of that place may
     * not lead there.
     */
    Optional<Destination> corrected(Message message, EngineSettings settings) {
        return place(message)
                .flatMap(place -> sources.current(place).filter(current -> mayLead(place, current, message, settings)))
                .filter(current -> !current.isSameAs(message.destination()));
    }

    /** No rule leads to people; and what jobs and folders name has its limits, also when they name it later. */
    private boolean mayLead(ChannelSource place, Destination current, Message message, EngineSettings settings) {
        boolean isOwn = place.scope() == RuleScope.JOB || place.scope() == RuleScope.FOLDER;
        String job = now(message.event().ownerJob(), message);
        return !current.isPerson()
                && !current.isDirectMessage()
                && (!isOwn || settings.router().limits().allows(job, DestinationProfile.of(current)));
    }
}
