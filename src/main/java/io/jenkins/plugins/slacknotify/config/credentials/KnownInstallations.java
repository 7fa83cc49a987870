package io.jenkins.plugins.slacknotify.config.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.installation.Installation;
import io.jenkins.plugins.slacknotify.installation.InstallationFile;
import io.jenkins.plugins.slacknotify.installation.InstallationStore;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The installations of apps that this Jenkins has made, and which credential each of them fills. */
@Extension
public class KnownInstallations {
    private static final String FILE = "slack-notify/installations.json";

    private InstallationStore store;

    public static KnownInstallations get() {
        return ExtensionList.lookupSingleton(KnownInstallations.class);
    }

    /** Returns the file of this Jenkins that holds the installations. */
    public synchronized InstallationStore store() {
        if (store == null) {
            store = new InstallationFile(Jenkins.get().getRootDir().toPath().resolve(FILE), new JenkinsCipher());
        }
        return store;
    }

    /** Returns the installation whose token a credential holds. */
    public Optional<Installation> ofCredential(@CheckForNull String credentialsId) {
        return store().all().stream()
                .filter(each -> each.credentialsId().equals(credentialsId))
                .findFirst();
    }

    /** Returns whether Jenkins renews the token that a credential holds. */
    public boolean isRenewed(@CheckForNull String credentialsId) {
        return ofCredential(credentialsId)
                .filter(each -> each.rotation() != null)
                .isPresent();
    }
}
