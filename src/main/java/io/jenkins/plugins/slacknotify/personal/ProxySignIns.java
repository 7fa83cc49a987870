package io.jenkins.plugins.slacknotify.personal;

import static hudson.init.InitMilestone.EXTENSIONS_AUGMENTED;

import hudson.init.Initializer;
import hudson.security.SecurityRealm;
import hudson.util.PluginServletFilter;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject.ForeignMemberException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Notes requests that a proxy in front of Jenkins has authenticated. The plugin {@code reverse-proxy-auth} knows no sign-in and reports
 * none: each request brings the name in a header (its source), so each is worth as much as a sign-in.
 *
 * <p>A request that bears no name of the proxy, as one with an API token past it, does not count.
 */
public final class ProxySignIns implements Filter {
    private static final Logger LOGGER = Logger.getLogger(ProxySignIns.class.getName());
    private static final String REALM = "org.jenkinsci.plugins.reverse_proxy_auth.ReverseProxySecurityRealm";

    private static final String COMMON_NAME = "CN=";

    /** The source from which that plugin has the groups of an account. */
    enum GroupSource {
        /** Headers of each request; what the last one has brought is forgotten at a restart. */
        HEADERS,
        /** A directory, which it asks at any time. */
        DIRECTORY,
        /** A version that this one does not understand. */
        UNKNOWN
    }

    /** Plugins' filters run after Jenkins knows whose request it is. */
    @Initializer(fatal = false, after = EXTENSIONS_AUGMENTED)
    public static void install() throws ServletException {
        PluginServletFilter.addFilter(new ProxySignIns());
    }

    /** Returns where a realm has groups from; empty where it is another plugin's. */
    static Optional<GroupSource> groupSource(SecurityRealm realm) {
        return realm.getClass().getName().equals(REALM) ? Optional.of(sourceOf(realm)) : Optional.empty();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        if (groupSource(realm).isPresent() && request instanceof HttpServletRequest http) {
            read(realm, Jenkins.getAuthentication2().getName(), http)
                    .ifPresent(signIn -> SignInListener.storeProxied(
                            signIn.account(), signIn.groups().map(ProxySignIns::withThatOfAll)));
        }
        chain.doFilter(request, response);
    }

    private static List<String> withThatOfAll(List<String> groups) {
        return Stream.concat(Stream.of(SecurityRealm.AUTHENTICATED_AUTHORITY2.getAuthority()), groups.stream())
                .toList();
    }

    /**
     * A request as a sign-in.
     *
     * @param groups those that the request names, without that of all accounts; empty where the realm does not have them from requests
     */
    record ProxiedSignIn(String account, Optional<List<String>> groups) {}

    /**
     * Reads a request as a realm of the plugin does.
     *
     * @param account whose request it is
     * @return empty where it does not bear the name of that account in the header of the realm; without such a header the realm
     *     authenticates nobody
     */
    static Optional<ProxiedSignIn> read(Object realm, String account, HttpServletRequest request) {
        return setting(realm, "forwardedUser")
                .map(request::getHeader)
                .filter(account::equals)
                .map(name -> new ProxiedSignIn(
                        name,
                        sourceOf(realm) == GroupSource.HEADERS
                                ? Optional.of(groups(realm, request))
                                : Optional.empty()));
    }

    /**
     * Reads the groups as the realm does. Those that Jenkins has for this request might be another's: the realm keeps them in one place for
     * all requests, for a moment.
     */
    private static List<String> groups(Object realm, HttpServletRequest request) {
        String separators = setting(realm, "headerGroupsDelimiter").orElse("|");
        return setting(realm, "headerGroups").map(request::getHeader).stream()
                .flatMap(groups -> Collections.list(new StringTokenizer(groups, separators)).stream())
                .map(group -> group.toString().trim())
                .filter(group -> !group.isEmpty())
                .map(ProxySignIns::withoutPath)
                .toList();
    }

    /** The realm takes the first part of the distinguished name of a group. */
    private static String withoutPath(String group) {
        int comma = group.indexOf(',');
        return group.regionMatches(true, 0, COMMON_NAME, 0, COMMON_NAME.length())
                ? group.substring(COMMON_NAME.length(), comma < 0 ? group.length() : comma)
                : group;
    }

    private static GroupSource sourceOf(Object realm) {
        try {
            Object directory = new ForeignObject(realm).call("getLDAPURL");
            return directory == null ? GroupSource.HEADERS : GroupSource.DIRECTORY;
        } catch (ForeignMemberException e) {
            LOGGER.log(Level.FINE, "The realm does not say whether it asks a directory", e);
            return GroupSource.UNKNOWN;
        }
    }

    /** Reads a public field of the realm, which is of a plugin on which this one does not depend; empty where it is blank. */
    private static Optional<String> setting(Object realm, String field) {
        try {
            return Optional.ofNullable((String) new ForeignObject(realm).field(field))
                    .filter(value -> !value.isBlank());
        } catch (ForeignMemberException | ClassCastException e) {
            LOGGER.log(Level.FINE, "The realm has no setting " + field, e);
            return Optional.empty();
        }
    }
}
