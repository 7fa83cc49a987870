package io.jenkins.plugins.slacknotify.control.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.interaction.preview.LinkContext;
import io.jenkins.plugins.slacknotify.interaction.preview.PreviewTerms;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Finds how much a preview may show in a channel: as much as the messages of the destinations that are that channel, and where there
 * are several, as much as the strictest. A channel that is no destination has what the system has.
 */
final class ChannelTerms {
    private final ChannelLookup channels;

    ChannelTerms(ChannelLookup channels) {
        this.channels = channels;
    }

    /**
     * The limits of the messages of a channel.
     *
     * @param details how much of logs and tests
     */
    record Terms(ThreadDetails details, PreviewTerms look) {}

    /** @param item whose destinations count before those of the system; null for the system alone */
    Terms of(@CheckForNull Item item, LinkContext place) {
        List<DestinationProfile> destinations = RuleScopes.of(item).nearestFirst().stream()
                .flatMap(scope -> scope.profiles().stream())
                .toList();
        return of(destinations, SlackNotifyConfiguration.get().toEngineSettings(), place);
    }

    Terms of(List<DestinationProfile> destinations, EngineSettings settings, LinkContext place) {
        List<MessageOptions> here = destinations.stream()
                .filter(destination -> isHere(destination, place))
                .map(DestinationProfile::options)
                .toList();
        ThreadDetails details = here.stream()
                .map(settings::details)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> settings.details(MessageOptions.DEFAULT));
        MessageButtons buttons = here.stream()
                .map(settings::buttons)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> settings.buttons(MessageOptions.DEFAULT));
        MessageLanguage language = here.stream()
                .map(MessageOptions::language)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Terms(
                details, new PreviewTerms(buttons, language == null ? null : language.locale(), settings.emoji()));
    }

    /** While a link is typed, it may be going to any channel. */
    private boolean isHere(DestinationProfile profile, LinkContext place) {
        MessageOptions options = profile.options();
        String channel = place.channel();
        boolean isSpecial = options.details() != null || options.buttons() != null || options.language() != null;
        if (!isSpecial || place.isPersonal()) {
            return false;
        }
        Destination destination = profile.destination();
        if (channel == null) {
            return true;
        }
        return destination.isId()
                ? destination.channel().equals(channel)
                : channels.mayBe(place.installation(), destination.channel(), channel);
    }
}
