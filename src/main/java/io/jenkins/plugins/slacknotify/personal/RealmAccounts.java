package io.jenkins.plugins.slacknotify.personal;

import hudson.model.User;
import hudson.security.SecurityRealm;
import hudson.security.UserMayOrMayNotExistException2;
import io.jenkins.plugins.slacknotify.memory.Memoized;
import io.jenkins.plugins.slacknotify.personal.ProxySignIns.GroupSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jenkins.model.IdStrategy;
import jenkins.model.Jenkins;
import jenkins.security.LastGrantedAuthoritiesProperty;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Finds out which users are accounts of the security realm. Jenkins has a user for each author of a commit, too, who is none.
 */
public final class RealmAccounts {
    private RealmAccounts() {}

    /**
     * The realms that tell the groups of an account whenever they answer; all others may know them from a sign-in alone. GitHub's asks with
     * the token that it keeps of the user, and Azure's asks Graph; without that both say that they cannot tell (their sources).
     */
    private static final Set<String> TELL_GROUPS_ANY_TIME = Set.of(
            "hudson.security.HudsonPrivateSecurityRealm",
            "hudson.security.LDAPSecurityRealm",
            "hudson.security.PAMSecurityRealm",
            "hudson.plugins.active_directory.ActiveDirectorySecurityRealm",
            "de.theit.jenkins.crowd.CrowdSecurityRealm",
            "org.jenkinsci.plugins.GithubSecurityRealm",
            "com.microsoft.jenkins.azuread.AzureSecurityRealm");

    /** The answer of the security realm about an account. */
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
     *     let expire. A realm that cannot tell whether somebody exists vouches for those who have signed in before, with the
     *     groups of that sign-in. Without any realm, whoever is saved counts and may do what everybody may.
     * @throws RuntimeException where the realm cannot be asked
     */
    public static Optional<Authentication> authentication(User user) {
        return ask(user).authentication();
    }

    /**
     * Returns the groups that an account had when its owner last signed in, as they are kept with the user. Reads memory only.
     *
     * @return none of an account whose owner has never signed in
     */
    public static Set<String> groupsAtSignIn(String account) {
        return Optional.ofNullable(User.getById(account, false))
                .flatMap(RealmAccounts::granted)
                .map(groups ->
                        groups.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }

    /**
     * Returns what finds out whether a name is that of an account, or of a group that it had at its last sign-in. The security realm says
     * which names are the same; to some, {@code ops} and {@code OPS} are two.
     */
    public static Predicate<String> namesOf(String account) {
        Memoized<Set<String>> groups = new Memoized<>(() -> groupsAtSignIn(account));
        IdStrategy ofGroups = Jenkins.get().getSecurityRealm().getGroupIdStrategy();
        return name -> User.idStrategy().equals(name, account)
                || groups.get().stream().anyMatch(group -> ofGroups.equals(name, group));
    }

    /** Jenkins keeps the groups of the sign-ins that a realm reports to it; those of others are with our own property. */
    private static Optional<Collection<? extends GrantedAuthority>> granted(User user) {
        return grantedUnreported(user)
                .or(() -> Optional.ofNullable(user.getProperty(LastGrantedAuthoritiesProperty.class))
                        .map(LastGrantedAuthoritiesProperty::getAuthorities2));
    }

    private static Optional<Collection<? extends GrantedAuthority>> grantedUnreported(User user) {
        return SlackUserProperty.read(user)
                .groupsOfSignIn(Jenkins.get().getSecurityRealm().getClass().getName())
                .map(groups -> groups.stream().map(SimpleGrantedAuthority::new).toList());
    }

    /**
     * Returns what the realm says of a user, on the terms of {@link #authentication}.
     *
     * @throws RuntimeException where the realm cannot be asked
     */
    static RealmAnswer ask(User user) {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        if (realm == SecurityRealm.NO_AUTHENTICATION) {
            return RealmAnswer.of(Optional.ofNullable(user.getUserFolder()).map(saved -> Jenkins.ANONYMOUS2), true);
        }
        try {
            UserDetails details = realm.loadUserByUsername2(user.getId());
            if (!isUsable(details)) {
                return RealmAnswer.blocked();
            }
            Optional<GroupSource> ofProxy = ProxySignIns.groupSource(realm);
            Optional<Collection<? extends GrantedAuthority>> kept =
                    ofProxy.equals(Optional.of(GroupSource.HEADERS)) ? grantedUnreported(user) : Optional.empty();
            return RealmAnswer.of(
                    Optional.of(token(details.getUsername(), kept.orElseGet(details::getAuthorities))),
                    ofProxy.equals(Optional.of(GroupSource.DIRECTORY))
                            || TELL_GROUPS_ANY_TIME.contains(realm.getClass().getName()));
        } catch (UserMayOrMayNotExistException2 e) {
            return RealmAnswer.of(granted(user).map(groups -> token(user.getId(), groups)), false);
        } catch (UsernameNotFoundException e) {
            return RealmAnswer.of(Optional.empty(), true);
        } catch (AccountStatusException e) { // So LDAP says it.
            return RealmAnswer.blocked();
        }
    }

    /**
     * The answer of a realm.
     *
     * @param authentication present for a usable account alone
     * @param isOfNow whether the realm has told the groups for this answer; otherwise they are those of the last sign-in
     */
    record RealmAnswer(Standing standing, Optional<Authentication> authentication, boolean isOfNow) {
        private static RealmAnswer of(Optional<Authentication> known, boolean isOfNow) {
            return new RealmAnswer(known.isPresent() ? Standing.USABLE : Standing.UNKNOWN, known, isOfNow);
        }

        private static RealmAnswer blocked() {
            return new RealmAnswer(Standing.BLOCKED, Optional.empty(), true);
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
