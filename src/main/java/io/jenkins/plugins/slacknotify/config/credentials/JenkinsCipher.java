package io.jenkins.plugins.slacknotify.config.credentials;

import hudson.util.Secret;
import io.jenkins.plugins.slacknotify.installation.SecretCipher;
import java.util.Optional;

/** A cipher with the key of this Jenkins, with which it encrypts its credentials as well. */
final class JenkinsCipher implements SecretCipher {
    @Override
    public String encrypt(String secret) {
        return Secret.fromString(secret).getEncryptedValue();
    }

    @Override
    public Optional<String> decrypt(String encrypted) {
        return Optional.ofNullable(Secret.decrypt(encrypted)).map(Secret::getPlainText);
    }
}
