package io.jenkins.plugins.slacknotify.admin.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.CredentialsUnavailableException;
import io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations;
import io.jenkins.plugins.slacknotify.config.inbound.AppClient;
import io.jenkins.plugins.slacknotify.config.inbound.SecretSource;
import io.jenkins.plugins.slacknotify.config.installation.AppInstaller;
import io.jenkins.plugins.slacknotify.config.installation.AppManifests;
import io.jenkins.plugins.slacknotify.config.installation.AppSettings;
import io.jenkins.plugins.slacknotify.config.installation.RedirectAddress;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.installation.Installation;
import io.jenkins.plugins.slacknotify.lifecycle.InboundLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.InboundReport;
import io.jenkins.plugins.slacknotify.manifest.AppManifest;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The one path from nothing to a message in the channel and an answered {@code ping}: which steps are done, and which is next. It has
 * getters, because views read those.
 */
public final class SetupGuide {
    private static final Set<RequestKind> ASKED =
            Set.of(RequestKind.SLASH_COMMAND, RequestKind.APP_MENTION, RequestKind.DIRECT_MESSAGE);

    private final SlackNotifyConfiguration configuration;
    private final List<AppClient> clients;
    private final InboundReport inbound;
    private final SetupNotice notice;

    private SetupGuide(
            SlackNotifyConfiguration configuration,
            List<AppClient> clients,
            InboundReport inbound,
            @CheckForNull SetupNotice notice) {
        this.configuration = configuration;
        this.clients = clients;
        this.inbound = inbound;
        this.notice = notice;
    }

    /** Looks at the settings as they are now. Takes the notice of the session. */
    public static SetupGuide of(StaplerRequest2 request) {
        return new SetupGuide(
                SlackNotifyConfiguration.get(),
                AppInstaller.get().clients(),
                InboundLifecycle.get().status(),
                SetupNotice.take(request));
    }

    /** The notice of the latest step; null for none. */
    @CheckForNull
    public SetupNotice getNotice() {
        return notice;
    }

    /** The steps, as {@code done}, {@code next}, {@code later} or {@code off}, by name. */
    public Map<String, String> getSteps() {
        LinkedHashMap<String, String> steps = new LinkedHashMap<>();
        boolean nextIsKnown = false;
        for (Map.Entry<String, Boolean> step : facts().entrySet()) {
            boolean off = !isInbound() && Set.of("appToken", "ping").contains(step.getKey());
            String state = step.getValue() ? "done" : off ? "off" : nextIsKnown ? "later" : "next";
            nextIsKnown |= state.equals("next");
            steps.put(step.getKey(), state);
        }
        return steps;
    }

    /** Says how a step stands, in words. */
    public String label(String state) {
        return switch (state) {
            case "done" -> Messages.SetupGuide_done();
            case "next" -> Messages.SetupGuide_next();
            case "off" -> Messages.SetupGuide_off();
            default -> Messages.SetupGuide_later();
        };
    }

    private Map<String, Boolean> facts() {
        LinkedHashMap<String, Boolean> facts = new LinkedHashMap<>();
        facts.put("address", isReturnable() || isInstalled());
        facts.put("app", hasClient() || isInstalled());
        facts.put("install", isInstalled());
        facts.put("channel", getChannel() != null && isInstalled());
        facts.put("appToken", isConnected());
        facts.put("ping", isAsked());
        return facts;
    }

    /** Slack's page on which an app-level token is made. */
    public String getAppTokenUrl() {
        String appId = getAppId();
        return "https://api.slack.com/apps" + (appId == null ? "" : "/" + appId + "/general");
    }

    /** How requests come to the app as it is in Slack, {@code http} or {@code socket}. */
    public String getTransport() {
        return configuration.inboundInEffect().transport() == Transport.HTTP && !isBySocketInSlack()
                ? "http"
                : "socket";
    }

    /** Whether nothing is left to do. */
    public boolean isComplete() {
        return getSteps().values().stream().allMatch(state -> state.equals("done") || state.equals("off"));
    }

    /** Whether Slack sends browsers back to the address of this Jenkins. */
    public boolean isReturnable() {
        return RedirectAddress.usable().isPresent();
    }

    /** The address that has to stand in the manifest of the app; null where Jenkins does not know its own. */
    @CheckForNull
    public String getRedirectAddress() {
        return RedirectAddress.configured();
    }

    private boolean hasClient() {
        return clients.stream().anyMatch(client -> client.credentials() != null);
    }

    /** Whether an app can be installed from here. */
    public boolean isInstallable() {
        return hasClient() && isReturnable();
    }

    /** The names of the apps that can be installed from here. */
    public List<String> getApps() {
        return clients.stream()
                .filter(client -> client.credentials() != null)
                .map(AppClient::name)
                .toList();
    }

    /** The problems of client ids and secrets, a sentence each. */
    public List<String> getClientProblems() {
        return clients.stream().flatMap(client -> client.problems().stream()).toList();
    }

    /** The id of the app; null where it is not known. */
    @CheckForNull
    public String getAppId() {
        return AppSettings.appId().orElse(null);
    }

    /** Whether there is a bot token. It need not work, and one that cannot be looked up now counts: the guide would ask for another one. */
    public boolean isInstalled() {
        try {
            return configuration
                    .credentialsIdInUse()
                    .flatMap(BotTokenCredentials::findForPage)
                    .isPresent();
        } catch (CredentialsUnavailableException e) {
            return true;
        }
    }

    /** The system channel that counts; null for none. */
    @CheckForNull
    public String getChannel() {
        return configuration.channelInUse().orElse(null);
    }

    /** Whether people may ask for anything. */
    public boolean isInbound() {
        return configuration.inboundInEffect().isEnabled();
    }

    /** The slash command, with its slash. */
    public String getCommand() {
        return configuration.getInbound().getCommand();
    }

    /** Whether the ability is switched on by which members of Slack may use commands. */
    public boolean isCommands() {
        return configuration.abilitiesInEffect().contains(Ability.COMMANDS);
    }

    private boolean isConnected() {
        boolean bySocket =
                inbound.sockets().values().stream().anyMatch(socket -> socket.state() == SocketStatus.State.CONNECTED);
        return bySocket || isInbound() && getTransport().equals("http");
    }

    /** An app that was made for Socket Mode sends nothing over HTTP, though its signing secret is known. */
    private static boolean isBySocketInSlack() {
        return AppManifests.record().read().filter(AppManifest::isBySocket).isPresent();
    }

    /**
     * Whether Jenkins has answered a request of a member of Slack. The figures of requests begin with the start of Jenkins, but a link with
     * an account is kept, and takes such an answer.
     */
    private boolean isAsked() {
        return !SlackLinks.get().all().isEmpty() || isAskedSinceTheStart();
    }

    private boolean isAskedSinceTheStart() {
        return inbound.requests().requests().keySet().stream().anyMatch(ASKED::contains);
    }

    /** The source of each secret of the apps. */
    public List<SecretSource> getSources() {
        return SecretSource.all(configuration.getInbound().getApps());
    }

    /** The installations that were made from here. */
    public List<InstallationRow> getInstallations() {
        return KnownInstallations.get().store().all().stream()
                .map(InstallationRow::new)
                .toList();
    }

    /** An installation, as the view reads it. */
    public record InstallationRow(Installation installation) {
        /** How long ago it was installed. */
        public String age() {
            return Util.getTimeSpanString(
                    Math.max(0, System.currentTimeMillis() - installation.at().toEpochMilli()));
        }

        /** When the token ends, unless it is renewed; null for one without an end. */
        @CheckForNull
        public Date expiry() {
            Installation.Rotation rotation = installation.rotation();
            return rotation == null ? null : Date.from(rotation.expiresAt());
        }
    }

    /** The problems that keep tokens from being renewed, a sentence each. */
    public List<String> getRotationProblems() {
        return RotationAlerts.sentences();
    }
}
