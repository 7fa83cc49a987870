package io.jenkins.plugins.slacknotify.config.installation;

import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore;
import io.jenkins.plugins.slacknotify.installation.Installation;
import io.jenkins.plugins.slacknotify.installation.TokenPublisher;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.io.IOException;
import java.util.Optional;

/** Puts tokens into Jenkins' own store of credentials. */
final class CredentialPublisher implements TokenPublisher {
    @Override
    public void publish(Installation installation, IssuedSecret token) throws IOException {
        SystemCredentialStore.put(
                installation.credentialsId(),
                Messages.CredentialPublisher_description(installation.owner().name()),
                token);
    }

    @Override
    public boolean isReplaced(Installation installation, IssuedSecret token) {
        return BotTokenCredentials.findForSystem(installation.credentialsId())
                .filter(found -> !found.getSecret().getPlainText().strip().equals(token.reveal()))
                .isPresent();
    }

    @Override
    public Optional<String> findProblem(Installation installation) {
        return SystemCredentialStore.has(installation.credentialsId())
                ? Optional.empty()
                : Optional.of(Messages.CredentialPublisher_gone(installation.credentialsId()));
    }
}
