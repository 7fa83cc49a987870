package io.jenkins.plugins.slacknotify.migration;

import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The translation of the System page of the Slack Notification plugin. That plugin does not notify of jobs without its post-build
 * action, so the system channel gets no event here.
 *
 * @param credentialsId the credential with the bot token
 * @param channel the system channel
 * @param botName the sender
 * @param botIcon an emoji or an address
 */
public record SystemTranslation(
        ImportedSetting credentialsId, ImportedSetting channel, ImportedSetting botName, ImportedSetting botIcon) {

    static SystemTranslation of(SlackPluginSettings system) {
        return new SystemTranslation(
                token(system),
                channel(system),
                new ImportedSetting(system.text("username").orElse(null), List.of()),
                new ImportedSetting(
                        system.text("iconEmoji").map(SystemTranslation::icon).orElse(null), List.of()));
    }

    private static ImportedSetting token(SlackPluginSettings system) {
        List<String> notes = new ArrayList<>();
        if (!system.is("botUser")) {
            notes.add(Messages.SystemTranslation_noBot());
        }
        system.text("token").ifPresent(token -> notes.add(Messages.SystemTranslation_plainToken()));
        system.text("baseUrl").ifPresent(url -> notes.add(Messages.SystemTranslation_baseUrl(url)));
        return new ImportedSetting(
                system.is("botUser") ? system.text("tokenCredentialId").orElse(null) : null, notes);
    }

    private static ImportedSetting channel(SlackPluginSettings system) {
        List<String> channels = system.channels().stream()
                .filter(LegacyChannel::isSupported)
                .map(LegacyChannel::channel)
                .distinct()
                .toList();
        List<String> notes = new ArrayList<>();
        system.channels().stream()
                .filter(channel -> !channel.isSupported())
                .forEach(channel -> notes.add(Messages.SystemTranslation_noChannel(channel.written())));
        if (channels.size() > 1) {
            notes.add(Messages.SystemTranslation_severalChannels());
        }
        return new ImportedSetting(channels.stream().findFirst().orElse(null), notes);
    }

    /** Changes the settings that that plugin has as well. It also unticks all events, as jobs notify by their own rules then. */
    void apply(SlackNotifyConfiguration configuration) {
        Optional.ofNullable(credentialsId.value()).ifPresent(configuration::setCredentialsId);
        Optional.ofNullable(channel.value()).ifPresent(configuration::setChannel);
        Optional.ofNullable(botName.value()).ifPresent(configuration::setBotName);
        Optional.ofNullable(botIcon.value()).ifPresent(configuration::setBotIcon);
        configuration.setEvents(List.of());
    }

    /** Adds the colons to the name of an emoji, which that plugin does not require. */
    private static String icon(String emoji) {
        return emoji.startsWith(":") || emoji.contains("/") ? emoji : ":" + emoji + ":";
    }
}
