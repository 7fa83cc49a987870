package io.jenkins.plugins.slacknotify.config.installation;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.code.CodeSources;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.KeptSecrets;
import io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations;
import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore;
import io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import io.jenkins.plugins.slacknotify.installation.Installation;
import io.jenkins.plugins.slacknotify.slack.IssuedSecret;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Keeps the credentials that this plugin has made from being lost to Configuration as Code, which deletes the credentials of the system
 * that its YAML does not list, if it lists any.
 *
 * <p>While Jenkins is configured as code, each of them has an encrypted copy, as long as the settings name it; where it is gone, it is put
 * back. Whoever wants to be rid of one takes it out of the settings first. Without Configuration as Code there are no copies. Those that
 * an administrator has made are left alone.
 */
@Extension
public class KeptCredentials {
    private static final Logger LOGGER = Logger.getLogger(KeptCredentials.class.getName());

    public static KeptCredentials get() {
        return ExtensionList.lookupSingleton(KeptCredentials.class);
    }

    /** Copies what has changed, and puts back what is gone. Looks at disk and credentials on the caller's thread, and never fails. */
    public synchronized void keepUp() {
        try {
            KeptSecrets file = KeptSecrets.of(Jenkins.get());
            if (!CodeSources.areAny()) {
                file.write(Map.of());
                return;
            }
            Map<String, KeptSecrets.Kept> before = file.read();
            Map<String, KeptSecrets.Kept> now = new LinkedHashMap<>();
            for (String id : named()) {
                keep(id, before).ifPresent(kept -> now.put(id, kept));
            }
            file.write(now);
        } catch (IOException | RuntimeException e) { // Providers of credentials are other plugins.
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "The credentials that this plugin has made are not kept from Configuration as Code");
        }
    }

    /** The ids of credentials that this plugin has made, and that the settings name. */
    private static Set<String> named() {
        SlackNotifyConfiguration settings = SlackNotifyConfiguration.get();
        Stream<String> bots = Stream.concat(
                Stream.ofNullable(settings.getCredentialsId()),
                settings.getRouting().getWorkspaces().stream()
                        .map(WorkspaceConfig::getCredentialsId)
                        .filter(Objects::nonNull));
        Stream<String> ofApps = settings.getInbound().getApps().stream().flatMap(SlackAppConfig::credentialsIds);
        Set<String> named = new TreeSet<>();
        Stream.concat(bots, ofApps).filter(SystemCredentialStore::isMadeHere).forEach(named::add);
        return named;
    }

    /** Returns the copy to keep of a credential; empty for none. */
    private static Optional<KeptSecrets.Kept> keep(String id, Map<String, KeptSecrets.Kept> before) throws IOException {
        Optional<KeptSecrets.Kept> present = SystemCredentialStore.read(id);
        if (present.isPresent()) {
            // Of a token that is renewed, the latest pair is on disk anyway, and an older copy would end that.
            return present.filter(kept -> renewed(id).isEmpty());
        }
        if (BotTokenCredentials.findForSystem(id).isPresent()) {
            return Optional.empty();
        }
        Optional<IssuedSecret> renewed = renewed(id);
        Optional<KeptSecrets.Kept> copy = Optional.ofNullable(before.get(id));
        Optional<IssuedSecret> secret = renewed.or(() -> copy.map(KeptSecrets.Kept::secret));
        if (secret.isPresent()) {
            SystemCredentialStore.put(
                    id, copy.map(KeptSecrets.Kept::description).orElse(""), secret.get());
            LOGGER.log(
                    Level.INFO,
                    "The credential {0} was gone, as Configuration as Code deletes those that its YAML does not list, and was"
                            + " put back. Take it out of the settings of Slack before you delete it",
                    id);
        }
        return copy;
    }

    /** The token of an installation that is renewed. */
    private static Optional<IssuedSecret> renewed(String id) {
        return KnownInstallations.get()
                .ofCredential(id)
                .map(Installation::rotation)
                .map(Installation.Rotation::token);
    }
}
