package io.jenkins.plugins.slacknotify.config.credentials;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.Secret;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/**
 * The store of credentials of Jenkins itself, into which installed tokens and secrets of apps are written, as "Secret text" of
 * scope {@code SYSTEM}. The caller has checked that the user is an administrator.
 */
public final class SystemCredentialStore {
    private static final Logger LOGGER = Logger.getLogger(SystemCredentialStore.class.getName());

    /** How the ids begin of the credentials that this plugin makes for bot tokens. */
    private static final String OF_BOTS = "slack-notify-bot-";

    /** How the ids begin of the credentials that this plugin makes for the secrets of apps. */
    private static final String OF_APPS = "slack-notify-app-";

    private SystemCredentialStore() {}

    /** Returns the id of a credential for the bot token of a workspace or organisation. */
    public static String botId(String ownerId) {
        return OF_BOTS + ownerId;
    }

    /** Returns the id of a credential for a secret of an app. @param kind such as {@code signing-secret} */
    public static String appId(String app, String kind) {
        return OF_APPS + app + "-" + kind;
    }

    /** Returns whether this plugin has made a credential, by its id. */
    static boolean isMadeHere(String id) {
        return id.startsWith(OF_BOTS) || id.startsWith(OF_APPS);
    }

    private record Found(Domain domain, Credentials credentials) {}

    /**
     * Says what keeps credentials from being written, and what to do about it; empty where nothing does. Writes the store as it is,
     * because nothing else shows whether the disk takes it.
     */
    public static Optional<String> findProblem() {
        if (store().isEmpty()) {
            return Optional.of(Messages.SystemCredentialStore_noStore());
        }
        try {
            SystemCredentialsProvider.getInstance().save();
            return Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The credentials of Jenkins cannot be written", e);
            return Optional.of(Messages.SystemCredentialStore_notWritten());
        }
    }

    /** Returns whether a credential is in this store, so that it can be changed here. */
    public static boolean has(String id) {
        return store().flatMap(store -> find(store, id)).isPresent();
    }

    /**
     * Writes a secret into the credential of an id, in place of the present secret. Makes the credential if there is none of this id.
     *
     * @throws IOException where the store does not take it; the message says what to do
     */
    public static void put(String id, String description, IssuedSecret secret) throws IOException {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            CredentialsStore store =
                    store().orElseThrow(() -> new IOException(Messages.SystemCredentialStore_noStore()));
            Optional<Found> found = find(store, id);
            if (found.isPresent()) {
                Found old = found.get();
                String kept =
                        old.credentials() instanceof StringCredentialsImpl text ? text.getDescription() : description;
                CredentialsScope scope = old.credentials().getScope();
                store.updateCredentials(
                        old.domain(),
                        old.credentials(),
                        credentials(scope == null ? CredentialsScope.SYSTEM : scope, id, kept, secret));
            } else {
                store.addCredentials(Domain.global(), credentials(CredentialsScope.SYSTEM, id, description, secret));
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not write the credential '" + id + "'");
            throw new IOException(Messages.SystemCredentialStore_notWritten(), e);
        }
    }

    private static Credentials credentials(CredentialsScope scope, String id, String description, IssuedSecret secret) {
        return new StringCredentialsImpl(scope, id, description, Secret.fromString(secret.reveal()));
    }

    private static Optional<CredentialsStore> store() {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return StreamSupport.stream(
                            CredentialsProvider.lookupStores(Jenkins.get()).spliterator(), false)
                    .filter(store -> store.getProvider() instanceof SystemCredentialsProvider.ProviderImpl)
                    .findFirst();
        }
    }

    private static Optional<Found> find(CredentialsStore store, String id) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return store.getDomains().stream()
                    .flatMap(domain -> store.getCredentials(domain).stream()
                            .filter(each -> each instanceof IdCredentials known
                                    && known.getId().equals(id))
                            .map(each -> new Found(domain, each)))
                    .findFirst();
        }
    }
}
