package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.User;
import hudson.tasks.MailAddressResolver;
import hudson.tasks.Mailer;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.security.LastGrantedAuthoritiesProperty;

/**
 * Looks up the e-mail addresses of users, which the mailer plugin keeps.
 *
 * <p>An address that a user has chosen takes precedence over one of the security realm. Addresses that the mailer plugin derives from
 * full names and ids do not count, nor do those that {@link CommitAddressListener} found to come from a commit.
 */
final class MailAddresses {
    private static final Logger LOGGER = Logger.getLogger(MailAddresses.class.getName());

    private MailAddresses() {}

    /**
     * Finds the address of a user.
     *
     * @return null where there is none, or no mailer plugin
     */
    @CheckForNull
    static String of(User user) {
        return Jenkins.get().getPlugin("mailer") == null ? null : OfMailer.address(user);
    }

    /**
     * Finds the address that a user has chosen, without asking a security realm.
     *
     * @return null where there is none that counts, or no mailer plugin
     */
    @CheckForNull
    static String chosen(User user) {
        return Jenkins.get().getPlugin("mailer") == null ? null : OfMailer.chosen(user);
    }

    /** The address that is stored with the user, wherever it comes from; null where there is none, or no mailer plugin. */
    @CheckForNull
    static String stored(User user) {
        return Jenkins.get().getPlugin("mailer") == null ? null : OfMailer.stored(user);
    }

    /** The calls to the mailer plugin, in a class that is not loaded where the plugin is missing. */
    private static final class OfMailer {
        @CheckForNull
        static String address(User user) {
            String chosen = chosen(user);
            return chosen == null && hasSignedIn(user) ? resolved(user) : chosen;
        }

        @CheckForNull
        static String chosen(User user) {
            String stored = stored(user);
            return stored != null && SlackUserProperty.read(user).distrusts(stored) ? null : stored;
        }

        @CheckForNull
        static String stored(User user) {
            Mailer.UserProperty property = user.getProperty(Mailer.UserProperty.class);
            return property == null ? null : Util.fixEmptyAndTrim(property.getExplicitlyConfiguredAddress());
        }

        /** Resolvers may ask a server, so they are not called for each author of a commit, of whom Jenkins makes a user too. */
        private static boolean hasSignedIn(User user) {
            return user.getProperty(LastGrantedAuthoritiesProperty.class) != null;
        }

        @CheckForNull
        private static String resolved(User user) {
            return MailAddressResolver.all().stream()
                    .map(resolver -> resolved(user, resolver))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        @CheckForNull
        private static String resolved(User user, MailAddressResolver resolver) {
            try {
                return Util.fixEmptyAndTrim(resolver.findMailAddressFor(user));
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> "Could not ask for the e-mail address of " + user.getId());
                return null;
            }
        }
    }
}
