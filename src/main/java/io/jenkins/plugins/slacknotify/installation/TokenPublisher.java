package io.jenkins.plugins.slacknotify.installation;

import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.io.IOException;
import java.util.Optional;

/** Port: the credentials in which senders look for tokens. */
public interface TokenPublisher {
    /**
     * Puts a token into the credential of an installation, in place of the one there.
     *
     * @throws IOException where the store does not take it; its message says what to do, and holds no secret
     */
    void publish(Installation installation, IssuedSecret token) throws IOException;

    /** Returns whether somebody has put another token into the credential since, which then counts. */
    boolean isReplaced(Installation installation, IssuedSecret token);

    /** Says what would keep a token from being put there now, and what to do about it; empty where nothing would. */
    Optional<String> findProblem(Installation installation);
}
