package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.spi.CredentialFolders;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.KnownChannels;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Optional;
import java.util.function.Supplier;

/** The engine's knowledge of channels: their ids, as far as Slack has told them, and which jobs name the system's bot by its credential. */
record EngineChannels(ChannelIds ids, CredentialFolders folders, Supplier<EngineSettings> settings)
        implements KnownChannels {
    @Override
    public Optional<String> idOf(Destination destination, BuildKey build) {
        return ids.idOf(destination, build);
    }

    @Override
    public boolean haveOneBot(Destination one, Destination other, BuildKey build) {
        return bot(one, build).hasBotOf(bot(other, build));
    }

    /** Returns the destination without the credential of the system, if that is its own. One of the same id may lie in a folder. */
    private Destination bot(Destination destination, BuildKey build) {
        String id = destination.credentialsId();
        boolean isOfSystem = id != null
                && id.equals(settings.get().credentialsId())
                && folders.find(id, build.job()).filter(String::isEmpty).isPresent();
        return isOfSystem ? new Destination(null, destination.channel()) : destination;
    }
}
