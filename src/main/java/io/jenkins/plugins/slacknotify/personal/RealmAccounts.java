package io.jenkins.plugins.slacknotify.personal;

import hudson.model.User;
import hudson.security.SecurityRealm;
import hudson.security.UserMayOrMayNotExistException2;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import jenkins.security.LastGrantedAuthoritiesProperty;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Finds out which users are accounts of the security realm. Jenkins has a user for each author of a commit, too, who is none.
 */
public final class RealmAccounts {
    private RealmAccounts() {}

    /** The realms that tell the groups of an account whenever they are asked; all others may know them from a sign-in alone. */
    private static final Set<String> TELL_GROUPS_ANY_TIME = Set.of(
            "hudson.security.HudsonPrivateSecurityRealm",
            "hudson.security.LDAPSecurityRealm",
            "hudson.security.PAMSecurityRealm",
            "hudson.plugins.active_directory.ActiveDirectorySecurityRealm");

    /** What the security realm says of an account. */
    enum Standing {
        /** The owner may act. */
        USABLE,
        /** The realm has disabled or locked the account, or let it expire. */
        BLOCKED,
        /** The realm does not know it. */
        UNKNOWN
    }

    /**
     * Finds the account of a user. Asks the realm on the caller's thread.
     *
     * @return the authentication of the owner; empty for a user whom the realm does not know, or has disabled, locked or
     *     let expire. A realm that cannot tell whether somebody exists vouches for those who have signed in before. Without
     *     any realm, whoever is saved counts and may do what everybody may.
     * @throws RuntimeException where the realm cannot be asked
     */
    public static Optional<Authentication> authentication(User user) {
        return answer(user).authentication();
    }

    /**
     * Returns the groups that an account had when its owner last signed in, as Jenkins keeps them with the user. Reads memory only.
     *
     * @return none of an account whose owner has never signed in
     */
    public static Set<String> groupsAtSignIn(String account) {
        User user = User.getById(account, false);
        LastGrantedAuthoritiesProperty last =
                user == null ? null : user.getProperty(LastGrantedAuthoritiesProperty.class);
        return last == null
                ? Set.of()
                : last.getAuthorities2().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
    }

    /**
     * Returns what the realm says of a user, on the terms of {@link #authentication}.
     *
     * @throws RuntimeException where the realm cannot be asked
     */
    static Standing standing(User user) {
        return answer(user).standing();
    }

    /** Returns whether the realm tells the groups of an account anew whenever it is asked. */
    static boolean tellsGroupsAnyTime() {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        return realm == SecurityRealm.NO_AUTHENTICATION
                || TELL_GROUPS_ANY_TIME.contains(realm.getClass().getName());
    }

    /**
     * The answer of a realm.
     *
     * @param authentication present for a usable account alone
     */
    private record RealmAnswer(Standing standing, Optional<Authentication> authentication) {
        static RealmAnswer of(Optional<Authentication> known) {
            return new RealmAnswer(known.isPresent() ? Standing.USABLE : Standing.UNKNOWN, known);
        }

        static RealmAnswer blocked() {
            return new RealmAnswer(Standing.BLOCKED, Optional.empty());
        }
    }

    private static RealmAnswer answer(User user) {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        if (realm == SecurityRealm.NO_AUTHENTICATION) {
            return RealmAnswer.of(Optional.ofNullable(user.getUserFolder()).map(saved -> Jenkins.ANONYMOUS2));
        }
        try {
            UserDetails details = realm.loadUserByUsername2(user.getId());
            return isUsable(details)
                    ? RealmAnswer.of(Optional.of(token(details.getUsername(), details.getAuthorities())))
                    : RealmAnswer.blocked();
        } catch (UserMayOrMayNotExistException2 e) {
            return RealmAnswer.of(Optional.ofNullable(user.getProperty(LastGrantedAuthoritiesProperty.class))
                    .map(last -> token(user.getId(), last.getAuthorities2())));
        } catch (UsernameNotFoundException e) {
            return RealmAnswer.of(Optional.empty());
        } catch (AccountStatusException e) { // So LDAP says it.
            return RealmAnswer.blocked();
        }
    }

    /** An expired password is none of our business: its owner still belongs here. */
    private static boolean isUsable(UserDetails details) {
        return details.isEnabled() && details.isAccountNonLocked() && details.isAccountNonExpired();
    }

    private static Authentication token(String name, Collection<? extends GrantedAuthority> authorities) {
        return new UsernamePasswordAuthenticationToken(name, "", authorities);
    }
}
