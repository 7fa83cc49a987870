package io.jenkins.plugins.slacknotify.personal;

import hudson.model.User;
import hudson.security.SecurityRealm;
import hudson.security.UserMayOrMayNotExistException2;
import java.util.Collection;
import java.util.Optional;
import jenkins.model.Jenkins;
import jenkins.security.LastGrantedAuthoritiesProperty;
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

    /**
     * Finds the account of a user. Asks the realm on the caller's thread.
     *
     * @return the authentication of the owner; empty for a user whom the realm does not know, or has disabled, locked or
     *     let expire. A realm that cannot tell whether somebody exists vouches for those who have signed in before. Without
     *     any realm, whoever is saved counts and may do what everybody may.
     * @throws RuntimeException where the realm cannot be asked
     */
    public static Optional<Authentication> authentication(User user) {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        if (realm == SecurityRealm.NO_AUTHENTICATION) {
            return Optional.ofNullable(user.getUserFolder()).map(saved -> Jenkins.ANONYMOUS2);
        }
        try {
            return Optional.of(realm.loadUserByUsername2(user.getId()))
                    .filter(RealmAccounts::isUsable)
                    .map(details -> token(details.getUsername(), details.getAuthorities()));
        } catch (UserMayOrMayNotExistException2 e) {
            return Optional.ofNullable(user.getProperty(LastGrantedAuthoritiesProperty.class))
                    .map(last -> token(user.getId(), last.getAuthorities2()));
        } catch (UsernameNotFoundException e) {
            return Optional.empty();
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
