package io.jenkins.plugins.slacknotify.config.form;

import hudson.model.User;
import hudson.security.SecurityRealm;
import hudson.util.FormValidation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jenkins.model.IdStrategy;
import jenkins.model.Jenkins;
import jenkins.security.LastGrantedAuthoritiesProperty;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Checks the names of accounts and groups in a field, on the caller's thread, which waits for the security realm. The message is a warning
 * at most: many realms tell of a group only when one of its members signs in.
 */
public final class RealmNames {
    private RealmNames() {}

    /** Returns the message at a field with names of accounts and groups. */
    public static FormValidation check(List<String> names) {
        return check(names, name -> isAccount(name) || isGroup(name), Messages::RealmNames_unknown);
    }

    /** Returns the message at a field with names of groups. */
    public static FormValidation checkGroups(List<String> names) {
        return check(names, RealmNames::isGroup, Messages::RealmNames_unknownGroup);
    }

    private static FormValidation check(List<String> names, Predicate<String> isThere, UnaryOperator<String> warning) {
        String unknown =
                names.stream().filter(Predicate.not(isThere)).distinct().collect(Collectors.joining(", "));
        return unknown.isEmpty() ? FormValidation.ok() : FormValidation.warning(warning.apply(unknown));
    }

    private static boolean isAccount(String name) {
        return User.getById(name, false) != null
                || isKnown(name, Jenkins.get().getSecurityRealm()::loadUserByUsername2);
    }

    private static boolean isGroup(String name) {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        IdStrategy ofGroups = realm.getGroupIdStrategy();
        Predicate<GrantedAuthority> isNamed = group -> ofGroups.equals(name, group.getAuthority());
        return isNamed.test(SecurityRealm.AUTHENTICATED_AUTHORITY2)
                || User.getAll().stream().anyMatch(user -> hasSignedInWith(user, isNamed))
                || isKnown(name, group -> realm.loadGroupByGroupname2(group, false));
    }

    private static boolean hasSignedInWith(User user, Predicate<GrantedAuthority> isNamed) {
        LastGrantedAuthoritiesProperty signIn = user.getProperty(LastGrantedAuthoritiesProperty.class);
        return signIn != null && signIn.getAuthorities2().stream().anyMatch(isNamed);
    }

    /** A realm that cannot be asked now, or has locked an account, does not say that there is none. */
    private static boolean isKnown(String name, Consumer<String> question) {
        try {
            question.accept(name);
            return true;
        } catch (UsernameNotFoundException e) {
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
