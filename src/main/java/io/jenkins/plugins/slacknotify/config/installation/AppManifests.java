package io.jenkins.plugins.slacknotify.config.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.manifest.AppManifest;
import io.jenkins.plugins.slacknotify.manifest.AppRequests;
import io.jenkins.plugins.slacknotify.manifest.ManifestRecord;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import jenkins.model.Jenkins;

/** The manifest of an app for this Jenkins as the settings are now, and the record of the one that the app has. */
public final class AppManifests {
    private AppManifests() {}

    public static ManifestRecord record() {
        Path home = Jenkins.get().getRootDir().toPath().resolve("slack-notify");
        return new ManifestRecord(home.resolve("app-manifest.json"));
    }

    /**
     * Makes the manifest of an app whose requests come by Socket Mode: Slack then checks no address, so that the app can be made
     * before anything else.
     *
     * @param orgWide whether a whole organisation may install it
     * @param more abilities that will be switched on besides those that are
     */
    public static AppManifest bySocket(boolean orgWide, Set<Ability> more) {
        InboundConfig inbound = SlackNotifyConfiguration.get().inboundInEffect();
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        abilities.addAll(inbound.enabledAbilities());
        abilities.addAll(more);
        return of(orgWide, AppRequests.bySocket(abilities, inbound.getCommand()));
    }

    /**
     * Makes the manifest for an app whose requests come over HTTP. For an app of an organisation, apply {@link AppManifest#forApp} as well.
     */
    public static AppManifest byHttp() {
        InboundConfig inbound = SlackNotifyConfiguration.get().inboundInEffect();
        return of(false, AppRequests.byHttp(inbound.enabledAbilities(), inbound.getCommand(), requestUrl()));
    }

    public static AppManifest of(boolean orgWide, AppRequests requests) {
        return new AppManifest(
                Jenkins.get().getRootUrl(),
                orgWide,
                requests,
                RedirectAddress.usable().orElse(null));
    }

    /** Returns the address to which Slack sends requests over HTTP; null while Jenkins does not know its own address. */
    @CheckForNull
    public static String requestUrl() {
        String root = Jenkins.get().getRootUrl();
        return root == null ? null : root + InboundConfig.ENDPOINT + "/";
    }
}
