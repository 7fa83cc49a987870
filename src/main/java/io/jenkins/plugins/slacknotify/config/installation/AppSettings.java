package io.jenkins.plugins.slacknotify.config.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.slack.app.CreatedApp;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the secrets of an app into credentials, and the ids of these credentials into the settings. The caller has checked that the user
 * is an administrator.
 */
public final class AppSettings {
    /** The name of the first app, by which pages and the log refer to it. */
    private static final String FIRST = "main";

    private AppSettings() {}

    /** Keeps the secrets of an app that Slack has just made. */
    static void keep(CreatedApp app) throws IOException {
        String signingSecret = put(app.id(), "signing-secret", app.signingSecret());
        String clientId = put(app.id(), "client-id", IssuedSecret.of(app.clientId()));
        String clientSecret = put(app.id(), "client-secret", app.clientSecret());
        change(app.id(), config -> {
            config.setSigningSecretCredentialsId(signingSecret);
            config.setClientIdCredentialsId(clientId);
            config.setClientSecretCredentialsId(clientSecret);
        });
    }

    /** Keeps client id and client secret that a person has pasted, of an app whose id need not be known. */
    public static void keepClient(@CheckForNull String appId, String clientId, String clientSecret) throws IOException {
        // Before anything is kept: what was pasted may be no id, and would be in the id of a credential.
        new SlackAppConfig(FIRST).setAppId(appId);
        String name = appId == null ? FIRST : appId;
        String id = put(name, "client-id", IssuedSecret.of(clientId));
        String secret = put(name, "client-secret", IssuedSecret.of(clientSecret));
        change(appId, config -> {
            config.setClientIdCredentialsId(id);
            config.setClientSecretCredentialsId(secret);
        });
    }

    /** Keeps the app-level token that a person has pasted, of an app whose id need not be known. */
    public static void keepAppToken(@CheckForNull String appId, String token) throws IOException {
        String id = put(appId == null ? FIRST : appId, "app-token", IssuedSecret.of(token));
        change(appId, config -> config.setAppTokenCredentialsId(id));
    }

    /** Keeps a bot token that a person has pasted, as that of the system channel. */
    public static void keepBotToken(String ownerId, String workspace, String token) throws IOException {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        SettingsChange.make(configuration, () -> {
            String id = new TokenSlots(configuration).credentialsIdForSystem(ownerId);
            SystemCredentialStore.put(id, Messages.CredentialPublisher_description(workspace), IssuedSecret.of(token));
            configuration.setCredentialsId(id);
        });
    }

    private static String put(String app, String kind, IssuedSecret secret) throws IOException {
        String id = SystemCredentialStore.appId(app, kind);
        SystemCredentialStore.put(id, Messages.AppSettings_description(kind, app), secret);
        return id;
    }

    /** Returns the id of the app that is meant where none is named: the first whose id is known. */
    public static Optional<String> appId() {
        return appIds().stream().findFirst();
    }

    /** Returns the ids of the apps, as far as they are known, in the order of the settings. */
    public static List<String> appIds() {
        return SlackNotifyConfiguration.get().getInbound().getApps().stream()
                .map(SlackAppConfig::getAppId)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Changes the app of that id; otherwise the first whose id nobody knows; otherwise a new one.
     *
     * @param appId null where it is not known
     */
    private static void change(@CheckForNull String appId, Consumer<SlackAppConfig> change) throws IOException {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        SettingsChange.make(
                configuration, () -> configuration.changeInbound(changed(configuration.getInbound(), appId, change)));
    }

    private static InboundConfig changed(
            InboundConfig old, @CheckForNull String appId, Consumer<SlackAppConfig> change) {
        List<SlackAppConfig> apps = new ArrayList<>(old.getApps());
        SlackAppConfig known = apps.stream()
                .filter(app -> appId != null && appId.equals(app.getAppId()))
                .findFirst()
                .or(() -> apps.stream().filter(app -> app.getAppId() == null).findFirst())
                .or(() -> appId == null ? apps.stream().findFirst() : Optional.empty())
                .orElse(null);
        SlackAppConfig changed = known == null ? new SlackAppConfig(freeName(apps, appId)) : ListElement.copyOf(known);
        if (appId != null) {
            changed.setAppId(appId);
        }
        change.accept(changed);
        if (known == null) {
            apps.add(changed);
        } else {
            apps.set(apps.indexOf(known), changed);
        }
        InboundConfig inbound = old.copy();
        inbound.setApps(apps);
        return inbound;
    }

    /** Switches abilities on, besides those that are on. */
    public static void switchOn(Set<Ability> abilities) throws IOException {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        SettingsChange.make(configuration, () -> {
            InboundConfig inbound = configuration.getInbound();
            if (!inbound.enabledAbilities().containsAll(abilities)) {
                configuration.changeInbound(inbound.withAbilities(abilities));
            }
        });
    }

    private static String freeName(List<SlackAppConfig> apps, @CheckForNull String appId) {
        boolean isTaken = apps.stream().anyMatch(app -> app.getName().equals(FIRST));
        return isTaken && appId != null ? appId : FIRST;
    }
}
