package io.jenkins.plugins.slacknotify.admin.installation;

import static io.jenkins.plugins.slacknotify.config.installation.RefusedException.success;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.ConnectionCheck;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.inbound.AppClient;
import io.jenkins.plugins.slacknotify.config.installation.AppMaker;
import io.jenkins.plugins.slacknotify.config.installation.AppManifests;
import io.jenkins.plugins.slacknotify.config.installation.AppSettings;
import io.jenkins.plugins.slacknotify.config.installation.RefusedException;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The steps of the guide that are done by a form. Each leads back to the guide, which says what came of it. */
public final class SetupActions {
    private static final Logger LOGGER = Logger.getLogger(SetupActions.class.getName());

    /** Held while an app is made, which takes Slack some seconds. */
    private static final Object MAKING = new Object();

    SetupActions() {}

    /** A step of the setup. It returns the sentence that the page shows about it. */
    private interface Step {
        String take() throws RefusedException, IOException;
    }

    private static HttpResponse take(StaplerRequest2 request, Step step) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            SetupNotice.good(request, step.take());
        } catch (RefusedException | IllegalArgumentException e) {
            SetupNotice.bad(request, e.getMessage());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A step of the set-up could not be kept", e);
            SetupNotice.bad(request, Messages.SetupActions_notWritten(e.getMessage()));
        }
        return InstallPage.toGuide(request);
    }

    /**
     * Makes the app with a configuration token.
     *
     * @param commands whether people may ask Jenkins for something in Slack
     * @param orgWide whether a whole organisation may install it
     */
    @POST
    public HttpResponse doMakeApp(
            StaplerRequest2 request,
            @QueryParameter String configurationToken,
            @QueryParameter boolean commands,
            @QueryParameter boolean orgWide) {
        return take(request, () -> {
            Set<Ability> abilities =
                    commands ? EnumSet.of(Ability.COMMANDS, Ability.BUTTONS) : EnumSet.noneOf(Ability.class);
            AppMaker maker = new AppMaker(configurationToken);
            List<String> before = AppSettings.appIds();
            synchronized (MAKING) {
                Optional<String> meanwhile = AppSettings.appIds().stream()
                        .filter(id -> !before.contains(id))
                        .findFirst();
                if (meanwhile.isPresent()) {
                    // A double click sends the form twice, and would make two apps.
                    return Messages.SetupActions_made(meanwhile.get());
                }
                String appId = maker.make(AppManifests.bySocket(orgWide, abilities));
                AppSettings.switchOn(abilities);
                return Messages.SetupActions_made(appId);
            }
        });
    }

    /** Gives the app the manifest that it needs now. */
    @POST
    public HttpResponse doUpdateApp(
            StaplerRequest2 request, @QueryParameter String configurationToken, @QueryParameter String transport) {
        return take(request, () -> {
            String appId = AppSettings.appId().orElseThrow(() -> new RefusedException(Messages.SetupActions_noAppId()));
            boolean again = new AppMaker(configurationToken)
                    .update(
                            appId,
                            "http".equals(transport) ? AppManifests.byHttp() : AppManifests.bySocket(false, Set.of()));
            return again ? Messages.SetupActions_updatedInstall() : Messages.SetupActions_updated();
        });
    }

    /** Keeps client id and client secret of an app that was made by hand. */
    @POST
    public HttpResponse doKeepClient(
            StaplerRequest2 request,
            @QueryParameter String appId,
            @QueryParameter String clientId,
            @QueryParameter String clientSecret) {
        return take(request, () -> {
            AppClient.check(clientId, clientSecret);
            AppSettings.keepClient(
                    Util.fixEmptyAndTrim(appId), PastedText.clean(clientId), PastedText.clean(clientSecret));
            return Messages.SetupActions_clientKept();
        });
    }

    /** Keeps the bot token of an app that was installed in Slack itself. */
    @POST
    public HttpResponse doKeepBotToken(StaplerRequest2 request, @QueryParameter String botToken) {
        return take(request, () -> {
            String pasted = PastedText.clean(botToken);
            BotToken token = BotToken.of(pasted);
            try (SlackGateway gateway = SharedSlackClient.interactiveGateway()) {
                BotIdentity bot =
                        success(gateway.identify(new SlackConnection(SlackNotifyConfiguration.currentApiUrl(), token)));
                RefusedException.throwIf(SystemCredentialStore.findProblem());
                AppSettings.keepBotToken(bot.teamId(), bot.workspace(), pasted);
                return Messages.SetupActions_botTokenKept(bot.botName(), bot.workspace());
            }
        });
    }

    /** Keeps the app-level token, after Slack has taken it. */
    @POST
    public HttpResponse doKeepAppToken(StaplerRequest2 request, @QueryParameter String appToken) {
        return take(request, () -> {
            String pasted = PastedText.clean(appToken);
            AppToken token = AppToken.of(pasted);
            String known = AppSettings.appId().orElse(null);
            String appId = token.appId().orElse(known);
            if (known != null && !known.equals(appId)) {
                throw new RefusedException(Messages.SetupActions_otherApp(appId, known));
            }
            try (SlackSockets sockets = SharedSlackClient.sockets()) {
                success(sockets.address(SlackNotifyConfiguration.currentApiUrl(), token));
            }
            RefusedException.throwIf(SystemCredentialStore.findProblem());
            AppSettings.keepAppToken(appId, pasted);
            AppSettings.switchOn(Set.of(Ability.COMMANDS));
            return Messages.SetupActions_appTokenKept();
        });
    }

    /** Posts the first message to a channel, and makes it the system channel. Where that is not possible, nothing changes. */
    @POST
    public HttpResponse doSendFirst(StaplerRequest2 request, @QueryParameter String channel) {
        return take(request, () -> {
            SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
            String chosen = Util.fixEmptyAndTrim(channel);
            if (chosen == null) {
                throw new IllegalArgumentException(Messages.SetupActions_noChannel());
            }
            String name = chosen.equals(configuration.getChannel()) ? chosen : ChannelName.checked(chosen);
            ConnectionCheck.Result result = new ConnectionCheck(
                            configuration.credentialsIdInUse().orElse(null),
                            configuration.getTeamId(),
                            name,
                            configuration.getBotName(),
                            configuration.getBotIcon(),
                            configuration.toScopeNeeds(),
                            SlackNotifyConfiguration.currentApiUrl())
                    .check();
            if (!result.isGood()) {
                throw new RefusedException(result.text());
            }
            choose(configuration, name);
            return result.text();
        });
    }

    private static void choose(SlackNotifyConfiguration configuration, @CheckForNull String channel)
            throws IOException {
        SettingsChange.make(configuration, () -> configuration.setChannel(channel));
    }
}
