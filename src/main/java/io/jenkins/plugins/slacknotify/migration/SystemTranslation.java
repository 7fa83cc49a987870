package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the System page of the Slack Notification plugin comes to here. Jobs that have no post-build action of that plugin are
 * told nowhere there, so here no event is ticked for the system channel.
 *
 * @param credentialsId null where there is none
 * @param channel null where there is none
 * @param botName null where there is none
 * @param botIcon null where there is none
 * @param notes what is different, or cannot be taken over, in words for an administrator
 */
record SystemTranslation(
        @CheckForNull String credentialsId,
        @CheckForNull String channel,
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        List<String> notes) {

    SystemTranslation {
        notes = List.copyOf(notes);
    }

    static SystemTranslation of(SlackPluginSettings system) {
        List<String> notes = new ArrayList<>();
        if (!system.is("botUser")) {
            notes.add(Messages.SystemTranslation_noBot());
        }
        system.text("token").ifPresent(token -> notes.add(Messages.SystemTranslation_plainToken()));
        system.text("baseUrl").ifPresent(url -> notes.add(Messages.SystemTranslation_baseUrl(url)));
        List<String> channels = system.rooms().stream()
                .filter(Room::isChannel)
                .map(Room::channel)
                .distinct()
                .toList();
        if (channels.size() > 1) {
            notes.add(Messages.SystemTranslation_severalChannels());
        }
        return new SystemTranslation(
                system.is("botUser") ? system.text("tokenCredentialId").orElse(null) : null,
                channels.stream().findFirst().orElse(null),
                system.text("username").orElse(null),
                system.text("iconEmoji").map(SystemTranslation::icon).orElse(null),
                notes);
    }

    /** Sets what that plugin says, and leaves the rest as it is; but for the events, as jobs tell by their own rules then. */
    void apply(SlackNotifyConfiguration configuration) {
        Optional.ofNullable(credentialsId).ifPresent(configuration::setCredentialsId);
        Optional.ofNullable(channel).ifPresent(configuration::setChannel);
        Optional.ofNullable(botName).ifPresent(configuration::setBotName);
        Optional.ofNullable(botIcon).ifPresent(configuration::setBotIcon);
        configuration.setEvents(List.of());
    }

    /** That plugin takes the name of an emoji without its colons, too. */
    private static String icon(String emoji) {
        return emoji.startsWith(":") || emoji.contains("/") ? emoji : ":" + emoji + ":";
    }
}
