package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.User;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.security.SecurityListener;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Listens for sign-ins, as some security realms tell the groups of an account at that moment alone.
 *
 * <p>A sign-in counts where Jenkins itself takes the groups from it: its {@code LastGrantedAuthoritiesProperty} does so only where the
 * account that is reported is the one of the request. Jenkins reports no sign-in where an API token, a password in a header or a
 * remember-me cookie opens a request.
 *
 * <p>The realms of GitHub and GitLab report no sign-in, but that somebody has been authenticated (their sources). That event has many
 * occasions, see {@link #isSignIn}.
 */
@Extension
public final class SignInListener extends SecurityListener {
    private static final Logger LOGGER = Logger.getLogger(SignInListener.class.getName());

    /** Something that stores a sign-in. */
    @FunctionalInterface
    private interface SignIn {
        void storeIn(SlackUserProperty property) throws IOException;
    }

    @Override
    protected void loggedIn(@NonNull String username) {
        if (username.equals(Jenkins.getAuthentication2().getName())) {
            store(username, property -> property.signedIn(Instant.now()));
        }
    }

    @Override
    protected void authenticated2(@NonNull UserDetails details) {
        Authentication present = Jenkins.getAuthentication2();
        if (isSignIn(details.getUsername(), present, Stapler.getCurrentRequest2())) {
            storeUnreported(present);
        }
    }

    /**
     * Tells a sign-in from other occasions. A realm that signs somebody in at a page of its own, to which the provider has sent them back,
     * first makes them the one of the session, and then reports them. Passwords, tokens and keys are checked before they open anything: in
     * a filter, where no page is reached yet, or by SSH, where there is no request. A token over a WebSocket is in a header.
     */
    static boolean isSignIn(String username, Authentication present, @CheckForNull StaplerRequest2 request) {
        return request != null
                && username.equals(present.getName())
                && request.getHeader("Authorization") == null
                && request.getSession(false) != null;
    }

    /** Stores that an account has signed in, with the groups that it has in this very request. */
    private static void storeUnreported(Authentication present) {
        storeGroups(
                present.getName(),
                present.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    /**
     * Stores that a proxy has authenticated somebody.
     *
     * @param groups what the request says of them; empty where the realm asks for them at any time
     */
    static void storeProxied(String username, Optional<List<String>> groups) {
        groups.ifPresentOrElse(
                known -> storeGroups(username, known),
                () -> store(username, property -> property.signedIn(Instant.now())));
    }

    private static void storeGroups(String username, List<String> groups) {
        String realm = Jenkins.get().getSecurityRealm().getClass().getName();
        store(username, property -> property.signedInUnreported(Instant.now(), groups, realm));
    }

    private static void store(String username, SignIn signIn) {
        try {
            // Whoever signs in for the first time may be no user yet. Jenkins makes one at this moment, before this or
            // after it.
            User user = User.getById(username, true);
            if (user != null) {
                signIn.storeIn(SlackUserProperty.of(user));
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not store that " + username + " has signed in");
        }
    }
}
