package io.jenkins.plugins.slacknotify.personal;

import static hudson.init.InitMilestone.EXTENSIONS_AUGMENTED;

import hudson.init.Initializer;
import hudson.security.SecurityRealm;
import hudson.util.PluginServletFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * Notes requests that a proxy in front of Jenkins has authenticated. The plugin {@code reverse-proxy-auth} knows no sign-in and reports
 * none: each request brings the name and the groups in headers (its source), so each is worth as much as a sign-in.
 *
 * <p>A request that bears no name of the proxy, as one with an API token past it, brings no groups and does not count.
 */
public final class ProxySignIns implements Filter {
    private static final Logger LOGGER = Logger.getLogger(ProxySignIns.class.getName());
    private static final String REALM = "org.jenkinsci.plugins.reverse_proxy_auth.ReverseProxySecurityRealm";

    /** The public field of the realm with the name of the header. */
    private static final String HEADER_FIELD = "forwardedUser";

    /** Plugins' filters run after Jenkins knows whose request it is. */
    @Initializer(after = EXTENSIONS_AUGMENTED)
    public static void install() throws ServletException {
        PluginServletFilter.addFilter(new ProxySignIns());
    }

    /** Returns whether a realm takes people and groups from each request. */
    static boolean isRealm(SecurityRealm realm) {
        return realm.getClass().getName().equals(REALM);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        if (isRealm(realm) && request instanceof HttpServletRequest http) {
            Authentication present = Jenkins.getAuthentication2();
            if (present.getName().equals(http.getHeader(header(realm)))) {
                SignInListener.storeUnreported(present);
            }
        }
        chain.doFilter(request, response);
    }

    /** The realm is of a plugin on which this one does not depend. */
    private static String header(SecurityRealm realm) {
        try {
            return String.valueOf(realm.getClass().getField(HEADER_FIELD).get(realm));
        } catch (ReflectiveOperationException e) {
            LOGGER.log(Level.FINE, "The realm does not say which header has the name", e);
            return "X-Forwarded-User"; // Its own proposal.
        }
    }
}
