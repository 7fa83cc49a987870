package io.jenkins.plugins.slacknotify.engine.spi;

import java.util.Optional;

/**
 * The port that tells whose a credential is, of several of one id. Asked at a hand-over, so it must answer at once, and may ask no
 * server.
 */
@FunctionalInterface
public interface CredentialFolders {
    /** Tells nothing. */
    CredentialFolders UNKNOWN = (credentialsId, job) -> Optional.empty();

    /**
     * The full name of the folder whose credential a job finds by an id; empty text for a credential of Jenkins itself.
     *
     * @return empty where that cannot be told at once, or there is none
     */
    Optional<String> find(String credentialsId, String job);
}
