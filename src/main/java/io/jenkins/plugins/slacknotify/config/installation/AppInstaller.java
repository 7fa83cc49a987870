package io.jenkins.plugins.slacknotify.config.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.connection.SlackProblem;
import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore;
import io.jenkins.plugins.slacknotify.config.inbound.AppClient;
import io.jenkins.plugins.slacknotify.installation.ConsentRefusal;
import io.jenkins.plugins.slacknotify.installation.Installation;
import io.jenkins.plugins.slacknotify.installation.OAuthStates;
import io.jenkins.plugins.slacknotify.installation.PendingGrants;
import io.jenkins.plugins.slacknotify.manifest.Scope;
import io.jenkins.plugins.slacknotify.slack.api.ClientCredentials;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.OAuthClient;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Installs the app by OAuth: sends a browser to Slack, takes what it brings back, and keeps it when an administrator has confirmed.
 * The caller has checked that the user is an administrator.
 *
 * <p>A session is named by a text that nobody else can have, such as the id of the HTTP session and the account. Safe for use by many
 * threads.
 */
@Extension
public class AppInstaller {
    private final Clock clock = Clock.systemUTC();
    private final OAuthStates states = new OAuthStates(clock);
    private final PendingGrants grants = new PendingGrants(clock);

    public static AppInstaller get() {
        return ExtensionList.lookupSingleton(AppInstaller.class);
    }

    /** Returns the apps of which a client id and secret are known, or were meant to be. */
    public List<AppClient> clients() {
        return AppClient.allForPage(SlackNotifyConfiguration.get().getInbound().getApps());
    }

    /**
     * Returns the address of Slack's page on which a person allows an app. All that would make it fail afterwards is found before.
     *
     * @param app the name of the app; null for the only one
     * @throws RefusedException where it would lead nowhere
     */
    public URI begin(@CheckForNull String app, String session) throws RefusedException {
        AppClient client = client(app);
        ClientCredentials credentials = client.credentials();
        if (credentials == null) {
            throw new RefusedException(Messages.AppInstaller_wrongClient(String.join(" ", client.problems())));
        }
        String redirect = redirectAddress();
        RefusedException.throwIf(SystemCredentialStore.findProblem());
        return OAuthClient.authorizeUrl(
                SlackNotifyConfiguration.currentApiUrl(),
                credentials.clientId(),
                scopes(),
                redirect,
                states.issue(session, client.name()));
    }

    private AppClient client(@CheckForNull String app) throws RefusedException {
        List<AppClient> clients = clients();
        return clients.stream()
                .filter(each -> app == null || app.isEmpty() || each.name().equals(app))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Messages.AppInstaller_noClient()));
    }

    private static String redirectAddress() throws RefusedException {
        return RedirectAddress.usable()
                .orElseThrow(() -> new RefusedException(
                        RedirectAddress.configured() == null
                                ? Messages.AppInstaller_noAddress()
                                : Messages.AppInstaller_noHttps(RedirectAddress.configured())));
    }

    /** Returns the scopes that the abilities need which are on. */
    private static List<String> scopes() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.serves(SlackNotifyConfiguration.get().abilitiesInEffect()))
                .map(Scope::id)
                .toList();
    }

    /**
     * Takes what a browser has brought from Slack, and exchanges its code, once.
     *
     * @param code null where Slack has sent none
     * @param state null where there is none
     * @param error why there is no code; null for none
     * @throws RefusedException where nothing was granted, for each reason with a sentence of its own
     */
    public PendingGrants.Pending take(
            @CheckForNull String code, @CheckForNull String state, @CheckForNull String error, String session)
            throws RefusedException {
        OAuthStates.Redeemed redeemed = states.redeem(state, session);
        switch (redeemed.verdict()) {
            case UNKNOWN -> throw new RefusedException(Messages.AppInstaller_unknownState());
            case USED -> throw new RefusedException(Messages.AppInstaller_usedState());
            case TOO_OLD -> throw new RefusedException(Messages.AppInstaller_oldState());
            case OTHER_SESSION -> throw new RefusedException(Messages.AppInstaller_otherSession());
            case GOOD -> {
                // It goes on below.
            }
        }
        if (error != null || code == null || code.isEmpty()) {
            throw new RefusedException(ConsentRefusal.sentenceFor(error));
        }
        ClientCredentials credentials = client(redeemed.app()).credentials();
        if (credentials == null) {
            throw new RefusedException(Messages.AppInstaller_noClient());
        }
        String redirect = redirectAddress();
        try (OAuthClient slack = SharedSlackClient.oauth()) {
            SlackResult<AppGrant> answer =
                    slack.exchange(SlackNotifyConfiguration.currentApiUrl(), credentials, code, redirect);
            AppGrant grant = answer.success()
                    .orElseThrow(() ->
                            new RefusedException(Messages.AppInstaller_notExchanged(SlackProblem.describe(answer))));
            return grants.put(session, grant);
        }
    }

    /** Returns the grant of Slack that a session has yet to confirm; empty where there is none. */
    public Optional<PendingGrants.Pending> pending(String session) {
        return grants.of(session);
    }

    /** Forgets the grant that a session has yet to confirm. Slack goes on to list the app as installed. */
    public void forget(String session) {
        grants.forget(session);
    }

    /**
     * Keeps what was granted: the token as a credential, and the credential in the settings. A slot keeps its credential, if that can
     * be changed here, so that all that refers to it goes on; never does it take one in which another slot has another token.
     *
     * @param id of the grant
     * @param slotId where the token belongs
     * @param name for a new workspace; ignored otherwise
     * @param teamId of the workspace, for a token of an organisation; null for none
     * @return the installation
     * @throws RefusedException where it was not kept, or not wholly; it can be tried again
     */
    public Installation keep(
            String session,
            @CheckForNull String id,
            @CheckForNull String slotId,
            @CheckForNull String name,
            @CheckForNull String teamId)
            throws RefusedException {
        AppGrant grant = grants.of(session, id)
                .orElseThrow(() -> new RefusedException(Messages.AppInstaller_nothingPending()))
                .grant();
        TokenSlots slots = new TokenSlots(SlackNotifyConfiguration.get());
        TokenSlot slot = slots.find(slotId).orElseThrow(() -> new RefusedException(Messages.AppInstaller_placeGone()));
        try {
            slots.check(slot, name, teamId);
            Installation installation = Installation.of(grant, slots.credentialsIdFor(slot, grant), clock.instant());
            Rotations.get().install(installation, grant.token());
            slots.choose(slot, installation.credentialsId(), name, teamId);
            grants.forget(session);
            return installation;
        } catch (IllegalArgumentException invalid) {
            throw new RefusedException(invalid.getMessage());
        } catch (IOException e) {
            throw new RefusedException(Messages.AppInstaller_notKept(e.getMessage()));
        }
    }
}
