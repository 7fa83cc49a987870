package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.connection.ConnectionCheck;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.rules.Messages;
import java.util.Optional;

/** Posts a message to a destination that stands in a form. */
public final class DestinationConnectionCheck {
    private DestinationConnectionCheck() {}

    /** Asks Slack on the caller's thread, where a person is waiting. */
    public static FormValidation of(
            @CheckForNull String workspace,
            @CheckForNull String channel,
            @CheckForNull String botName,
            @CheckForNull String botIcon) {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        String place = Util.fixEmptyAndTrim(workspace);
        Optional<String> credentialsId = place == null
                ? configuration.credentialsIdInUse()
                : configuration.getRouting().credentialsOf(place);
        if (place != null && credentialsId.isEmpty()) {
            return FormValidation.error(Messages.NamedDestination_unsavedWorkspace(place));
        }
        try {
            String teamId = place == null
                    ? configuration.getTeamId()
                    : configuration.getRouting().teamOf(place).orElse(null);
            return test(configuration, credentialsId, teamId, ChannelName.checked(channel), botName, botIcon);
        } catch (IllegalArgumentException refusal) {
            return FormValidation.error(refusal.getMessage());
        }
    }

    private static FormValidation test(
            SlackNotifyConfiguration configuration,
            Optional<String> credentialsId,
            @CheckForNull String teamId,
            @CheckForNull String channel,
            @CheckForNull String botName,
            @CheckForNull String botIcon) {
        if (channel == null) {
            return FormValidation.error(Messages.NamedDestination_noChannel());
        }
        return new ConnectionCheck(
                        credentialsId.orElse(null),
                        teamId,
                        channel,
                        or(botName, configuration.getBotName()),
                        or(botIcon, configuration.getBotIcon()),
                        false,
                        configuration.toEngineSettings().apiUrl())
                .run();
    }

    @CheckForNull
    private static String or(@CheckForNull String own, @CheckForNull String systems) {
        String given = Util.fixEmptyAndTrim(own);
        return given == null ? systems : given;
    }
}
