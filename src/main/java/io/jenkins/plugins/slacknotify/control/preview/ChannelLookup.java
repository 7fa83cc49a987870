package io.jenkins.plugins.slacknotify.control.preview;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Finds the ids of channels by their names, and remembers them for an hour. Safe for use by many threads. */
final class ChannelLookup {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MAX_ANSWERS = 1_000;

    private final BotConnections bots;
    private final SlackGateway gateway;
    private final InstantSource clock;
    private final LruCache<Key, Answer> answers = new LruCache<>(MAX_ANSWERS);

    private record Key(InstallationKey installation, String name) {}

    /** @param id empty where the workspace has no such channel that the bot may see */
    private record Answer(Optional<String> id, Instant at) {}

    ChannelLookup(BotConnections bots, SlackGateway gateway, InstantSource clock) {
        this.bots = bots;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Returns whether a channel of a workspace may bear a name: true as well where Slack does not say.
     *
     * @param name without {@code #}
     */
    boolean mayBe(InstallationKey installation, String name, String channelId) {
        Key key = new Key(installation, name);
        Optional<Answer> known =
                answers.get(key).filter(answer -> answer.at().plus(KEPT).isAfter(clock.instant()));
        Optional<Answer> answer = known.or(() -> ask(installation, name));
        answer.ifPresent(found -> answers.put(key, found));
        return answer.map(found -> found.id().filter(channelId::equals).isPresent())
                .orElse(true);
    }

    private Optional<Answer> ask(InstallationKey installation, String name) {
        return bots.find(installation)
                .map(bot -> gateway.channelId(bot, name))
                .filter(result -> result.success().isPresent() || result.isRefused("channel_not_found"))
                .map(result -> new Answer(result.success(), clock.instant()));
    }
}
