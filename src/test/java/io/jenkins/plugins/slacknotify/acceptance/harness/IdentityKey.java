package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The key by which a Jenkins under test identifies itself. The plugin instance-identity would make one in each new home, which takes
 * a second of processor; where it finds one in the form that it wrote in former days, it takes that.
 */
final class IdentityKey {
    private static final String PEM = generate();

    private IdentityKey() {}

    static void writeInto(Path home) throws IOException {
        Files.writeString(home.resolve("identity.key"), PEM);
    }

    private static String generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN PRIVATE KEY-----\n" + lines.encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
