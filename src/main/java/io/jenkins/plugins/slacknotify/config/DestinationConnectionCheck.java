package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.connection.ConnectionCheck;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.rules.DestinationTester;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import java.util.Set;

/** The test button of a destination: a {@link ConnectionCheck} with the settings of the system where the destination has none. */
@Extension
public final class DestinationConnectionCheck implements DestinationTester {
    /** The test button of the system asks for the scopes of everything else. */
    private static final ScopeNeeds NOTHING_BESIDES = new ScopeNeeds(false, false, Set.of());

    @Override
    public FormValidation test(
            @CheckForNull String workspace,
            @CheckForNull String credentialsId,
            @CheckForNull String channel,
            @CheckForNull String botName,
            @CheckForNull String botIcon) {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        String name = Util.fixEmptyAndTrim(workspace);
        String own = Util.fixEmptyAndTrim(credentialsId);
        if (own != null) {
            FormValidation usable = BotTokenCredentials.checkForEveryJob(own);
            return usable.kind == FormValidation.Kind.ERROR
                    ? usable
                    : post(configuration, own, null, channel, botName, botIcon);
        }
        if (name == null) {
            return post(
                    configuration,
                    configuration.credentialsIdInUse().orElse(null),
                    configuration.getTeamId(),
                    channel,
                    botName,
                    botIcon);
        }
        SystemRouting routing = configuration.getRouting();
        return routing.credentialsOf(name)
                .map(ofWorkspace ->
                        post(configuration, ofWorkspace, routing.teamOf(name).orElse(null), channel, botName, botIcon))
                .orElseGet(() -> FormValidation.error(Messages.DestinationConnectionCheck_unsavedWorkspace(name)));
    }

    private static FormValidation post(
            SlackNotifyConfiguration configuration,
            @CheckForNull String credentialsId,
            @CheckForNull String teamId,
            @CheckForNull String channel,
            @CheckForNull String botName,
            @CheckForNull String botIcon) {
        try {
            return new ConnectionCheck(
                            credentialsId,
                            teamId,
                            ChannelName.checked(channel),
                            firstOf(botName, configuration.getBotName()),
                            firstOf(botIcon, configuration.getBotIcon()),
                            NOTHING_BESIDES,
                            configuration.toEngineSettings().apiUrl())
                    .run();
        } catch (IllegalArgumentException invalid) {
            return FormValidation.error(invalid.getMessage());
        }
    }

    @CheckForNull
    private static String firstOf(@CheckForNull String own, @CheckForNull String ofSystem) {
        String given = Util.fixEmptyAndTrim(own);
        return given == null ? ofSystem : given;
    }
}
