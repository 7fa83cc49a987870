package io.jenkins.plugins.slacknotify.slack.http;

import static java.util.Objects.requireNonNull;

import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Through which proxy to go, if any. Both parts are asked anew for each call, so that a change of the settings takes
 * effect without a new gateway; neither system properties nor the environment are looked at.
 *
 * @param selector knows the proxy and the hosts to be reached without it; must not throw
 * @param credentials name and password for the proxy (Basic), or empty
 */
public record ProxyChooser(ProxySelector selector, Supplier<Optional<PasswordAuthentication>> credentials) {

    public ProxyChooser {
        requireNonNull(selector, "selector");
        requireNonNull(credentials, "credentials");
    }

    /** Never a proxy. */
    public static ProxyChooser direct() {
        return of(ProxySelector.of(null));
    }

    /** Proxies that ask for no password. */
    public static ProxyChooser of(ProxySelector selector) {
        return new ProxyChooser(selector, Optional::empty);
    }
}
