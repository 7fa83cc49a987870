package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.User;
import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.security.SecurityListener;

/**
 * Listens for sign-ins, as some security realms tell the groups of an account at that moment alone.
 *
 * <p>A sign-in counts where Jenkins itself takes the groups from it: its {@code LastGrantedAuthoritiesProperty} does so only where the
 * account that is reported is the one of the request. Jenkins reports no sign-in where an API token, a password in a header or a
 * remember-me cookie opens a request.
 */
@Extension
public final class SignInListener extends SecurityListener {
    private static final Logger LOGGER = Logger.getLogger(SignInListener.class.getName());

    @Override
    protected void loggedIn(@NonNull String username) {
        if (!username.equals(Jenkins.getAuthentication2().getName())) {
            return;
        }
        try {
            // Whoever signs in for the first time may be no user yet. Jenkins makes one at this moment, before this or
            // after it.
            User user = User.getById(username, true);
            if (user != null) {
                SlackUserProperty.of(user).signedIn(Instant.now());
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not store that " + username + " has signed in");
        }
    }
}
