package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.User;
import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.security.SecurityListener;

/** Listens for sign-ins, as some security realms tell the groups of an account at that moment alone. */
@Extension
public final class SignInListener extends SecurityListener {
    private static final Logger LOGGER = Logger.getLogger(SignInListener.class.getName());

    @Override
    protected void loggedIn(@NonNull String username) {
        User user = User.getById(username, false);
        SlackUserProperty property = user == null ? null : user.getProperty(SlackUserProperty.class);
        if (property != null) {
            try {
                property.signedIn(Instant.now());
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "Could not store that " + username + " has signed in");
            }
        }
    }
}
