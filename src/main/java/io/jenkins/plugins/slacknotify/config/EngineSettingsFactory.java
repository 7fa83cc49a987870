package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.config.subscription.SubscriptionPolicySource;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Translates the settings of the page into those of the engine. */
record EngineSettingsFactory(SlackNotifyConfiguration configuration) {
    /** @param routing the workspaces, destinations, templates and rules of the system, saved or not */
    EngineSettings create(SystemRouting routing) {
        Optional<String> channel = configuration.channelInUse();
        String apiUrl = configuration.getApiUrl();
        return EngineSettings.builder()
                .enabled(configuration.isEnabled())
                .apiUrl(apiUrl == null ? ApiUrl.SLACK : URI.create(apiUrl))
                .defaultChannel(channel.orElse(null))
                .credentialsId(configuration.credentialsIdInUse().orElse(null))
                .botName(configuration.getBotName())
                .botIcon(configuration.getBotIcon())
                .expiry(Duration.ofHours(configuration.getExpiryHours()))
                .severities(configuration.getSeverities().toPolicy())
                .router(new Router(
                        List.of(
                                new RuleSet(RuleScope.SYSTEM, "", routing.toRules()),
                                new RuleSet(RuleScope.SYSTEM_CHANNEL, "", channelRule(channel))),
                        routing.toChannelLimits()))
                .people(configuration.getPersonal().toPolicy())
                .details(StoredIds.known(configuration.getThreadDetails(), ThreadDetails::parse)
                        .orElse(ThreadDetails.SHORT))
                .language(Optional.ofNullable(configuration.getLanguage())
                        .flatMap(id -> StoredIds.known(id, MessageLanguage::parse))
                        .orElse(null))
                .emoji(EmojiSet.parse(configuration.getEmoji()))
                .buttons(configuration.getInbound().enabledAbilities().contains(Ability.BUTTONS))
                .subscriptions(SubscriptionPolicySource.current())
                .build();
    }

    /** The rule of the system channel; none where there is no channel or no event is ticked. */
    private List<Rule> channelRule(Optional<String> channel) {
        Set<EventKind> events =
                StoredIds.known(configuration.getEvents(), EventKind::parse).collect(Collectors.toSet());
        return events.isEmpty()
                ? List.of()
                : channel.stream()
                        .map(name -> Rule.notifying(
                                Messages.EngineSettingsFactory_systemChannel(),
                                Condition.ofEvents(events),
                                List.of(DestinationProfile.of(new Destination(null, name))
                                        .namedIn(ChannelSource.SYSTEM_CHANNEL))))
                        .toList();
    }
}
