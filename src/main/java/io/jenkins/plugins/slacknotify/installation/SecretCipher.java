package io.jenkins.plugins.slacknotify.installation;

import java.util.Optional;

/** Port: keeps secrets of a file from whoever reads it. */
public interface SecretCipher {
    String encrypt(String secret);

    /** Returns the secret; empty where the text was encrypted by another Jenkins, or is damaged. */
    Optional<String> decrypt(String encrypted);
}
