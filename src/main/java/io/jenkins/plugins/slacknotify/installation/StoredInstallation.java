package io.jenkins.plugins.slacknotify.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An {@link Installation} as it lies on disk. Names of fields stay for ever; what an earlier version lacks is null. */
final class StoredInstallation {
    String ownerId;
    String ownerName;
    boolean orgWide;
    String appId;
    String installerId;
    List<String> scopes;
    String credentialsId;
    long atMillis;
    StoredRotation rotation;

    /** The part about a token that ends. Both secrets are encrypted. */
    static final class StoredRotation {
        String token;
        String refreshToken;
        long expiresAtMillis;
        boolean published;
        Long askedAtMillis;
        boolean lost;
    }

    static StoredInstallation of(Installation installation, SecretCipher cipher) {
        StoredInstallation stored = new StoredInstallation();
        stored.ownerId = installation.owner().id();
        stored.ownerName = installation.owner().name();
        stored.orgWide = installation.orgWide();
        stored.appId = installation.appId();
        stored.installerId = installation.installerId();
        stored.scopes = installation.scopes();
        stored.credentialsId = installation.credentialsId();
        stored.atMillis = installation.at().toEpochMilli();
        stored.rotation = of(installation.rotation(), cipher);
        return stored;
    }

    @CheckForNull
    private static StoredRotation of(@CheckForNull Installation.Rotation rotation, SecretCipher cipher) {
        if (rotation == null) {
            return null;
        }
        StoredRotation stored = new StoredRotation();
        stored.token = cipher.encrypt(rotation.token().reveal());
        stored.refreshToken = cipher.encrypt(rotation.refreshToken().reveal());
        stored.expiresAtMillis = rotation.expiresAt().toEpochMilli();
        stored.published = rotation.published();
        Instant askedAt = rotation.askedAt();
        stored.askedAtMillis = askedAt == null ? null : askedAt.toEpochMilli();
        stored.lost = rotation.lost();
        return stored;
    }

    /** Returns the id of the installation, also of one that cannot be read. */
    String id() {
        return Installation.id(String.valueOf(ownerId), appId == null ? "" : appId);
    }

    /** Returns the installation; empty where what matters is missing or cannot be decrypted. */
    Optional<Installation> toInstallation(SecretCipher cipher) {
        if (ownerId == null || credentialsId == null) {
            return Optional.empty();
        }
        Optional<Installation> plain = Optional.of(new Installation(
                new AppGrant.Owner(ownerId, ownerName == null ? ownerId : ownerName),
                orgWide,
                appId == null ? "" : appId,
                installerId == null ? "" : installerId,
                scopes == null ? List.of() : scopes,
                credentialsId,
                Instant.ofEpochMilli(atMillis),
                null));
        return rotation == null
                ? plain
                : plain.flatMap(installation -> toRotation(rotation, cipher).map(installation::withRotation));
    }

    private static Optional<Installation.Rotation> toRotation(StoredRotation stored, SecretCipher cipher) {
        if (stored.token == null || stored.refreshToken == null) {
            return Optional.empty();
        }
        Instant askedAt = stored.askedAtMillis == null ? null : Instant.ofEpochMilli(stored.askedAtMillis);
        return cipher.decrypt(stored.token)
                .flatMap(token -> cipher.decrypt(stored.refreshToken)
                        .map(refreshToken -> new Installation.Rotation(
                                IssuedSecret.of(token),
                                IssuedSecret.of(refreshToken),
                                Instant.ofEpochMilli(stored.expiresAtMillis),
                                stored.published,
                                askedAt,
                                stored.lost)));
    }
}
