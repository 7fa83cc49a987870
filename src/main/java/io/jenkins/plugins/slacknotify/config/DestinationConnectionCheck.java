package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.connection.ConnectionCheck;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.rules.DestinationTester;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import java.util.Optional;
import java.util.Set;

/** The test button of a destination: a {@link ConnectionCheck} with the settings of the system where the destination has none. */
@Extension
public final class DestinationConnectionCheck implements DestinationTester {
    /** The test button of the system asks for the scopes of everything else. */
    private static final ScopeNeeds NOTHING_BESIDES = new ScopeNeeds(false, false, Set.of());

    @Override
    public FormValidation test(
            @CheckForNull String workspace,
            @CheckForNull String channel,
            @CheckForNull String botName,
            @CheckForNull String botIcon) {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        String name = Util.fixEmptyAndTrim(workspace);
        Optional<String> credentialsId = name == null
                ? configuration.credentialsIdInUse()
                : configuration.getRouting().credentialsOf(name);
        if (name != null && credentialsId.isEmpty()) {
            return FormValidation.error(Messages.DestinationConnectionCheck_unsavedWorkspace(name));
        }
        String teamId = name == null
                ? configuration.getTeamId()
                : configuration.getRouting().teamOf(name).orElse(null);
        try {
            return new ConnectionCheck(
                            credentialsId.orElse(null),
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
