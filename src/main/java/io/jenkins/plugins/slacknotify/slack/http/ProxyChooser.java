package io.jenkins.plugins.slacknotify.slack.http;

import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The choice of a proxy. Both parts are asked anew for each call, so that a change of the settings takes effect without
 * a new gateway. System properties and the environment do not count.
 *
 * @param selector knows the proxy and the hosts to be reached without it; must not throw
 * @param credentials name and password for the proxy (Basic), or empty
 */
public record ProxyChooser(ProxySelector selector, Supplier<Optional<PasswordAuthentication>> credentials) {

    /** Returns a chooser that always calls directly, without a proxy. */
    public static ProxyChooser direct() {
        return of(ProxySelector.of(null));
    }

    /** Returns a choice of proxies that ask for no password. */
    public static ProxyChooser of(ProxySelector selector) {
        return new ProxyChooser(selector, Optional::empty);
    }
}
