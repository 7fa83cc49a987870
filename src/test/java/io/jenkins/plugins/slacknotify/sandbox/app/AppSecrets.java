package io.jenkins.plugins.slacknotify.sandbox.app;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The secrets that an app is given when it is made. */
record AppSecrets(String clientId, String clientSecret, String signingSecret, String appToken) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static AppSecrets of(String appId) {
        String number = String.valueOf(1_000_000_000_000L + (RANDOM.nextLong() >>> 24));
        return new AppSecrets(
                number + "." + number, hex(16), hex(16), "xapp-1-" + appId + "-" + number + "-" + hex(32));
    }

    static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "AppSecrets[" + clientId + "]";
    }
}
