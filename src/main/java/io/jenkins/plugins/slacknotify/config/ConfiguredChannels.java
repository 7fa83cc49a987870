package io.jenkins.plugins.slacknotify.config;

import hudson.model.Item;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.engine.spi.ChannelSources;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The channels that the configuration names now, for messages that wait since the name of their channel was misspelt. Reads the
 * configuration with the rights of Jenkins itself.
 */
public final class ConfiguredChannels implements ChannelSources {
    @Override
    public Optional<Destination> current(ChannelSource source) {
        if (source.isOfAuthor()) {
            return Optional.empty();
        }
        if (source.scope() == RuleScope.SYSTEM_CHANNEL) {
            return Optional.ofNullable(
                            SlackNotifyConfiguration.get().toEngineSettings().defaultChannel())
                    .map(channel -> new Destination(null, channel));
        }
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return scopes(source).flatMap(scopes -> current(source, scopes));
        }
    }

    /** Returns the scope in which the name of the channel stood, with the scopes around it; empty where that scope is gone. */
    private static Optional<RuleScopes> scopes(ChannelSource source) {
        Item owner = source.owner().isEmpty() ? null : Jenkins.get().getItemByFullName(source.owner());
        if (owner == null && !source.owner().isEmpty()) {
            return Optional.empty();
        }
        RuleScopes scopes = RuleScopes.of(owner);
        boolean isThere = scopes.nearest().scope() == source.scope()
                && scopes.nearest().owner().equals(source.owner());
        return isThere ? Optional.of(scopes) : Optional.empty();
    }

    /** @param scopes that of the place, and those around it */
    static Optional<Destination> current(ChannelSource source, RuleScopes scopes) {
        Stream<DestinationProfile> named = source.destination() == null
                ? scopes.rules().stream().flatMap(rule -> rule.targets().stream())
                : scopes.names(RuleScopes.UNLISTED).destination(source.destination()).stream();
        List<Destination> found = named.filter(
                        profile -> source.equals(profile.options().channelSource()))
                .map(DestinationProfile::destination)
                .toList();
        // Of rules that differ in nothing but their channels, nobody knows which one it was.
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
