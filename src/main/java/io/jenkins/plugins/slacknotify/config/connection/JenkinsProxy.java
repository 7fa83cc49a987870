package io.jenkins.plugins.slacknotify.config.connection;

import hudson.ProxyConfiguration;
import hudson.util.Secret;
import io.jenkins.plugins.slacknotify.slack.http.ProxyChooser;
import java.io.IOException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** The proxy of Manage Jenkins » System and its list of hosts that need none. It is read anew for each connection. */
final class JenkinsProxy {
    private static final Logger LOGGER = Logger.getLogger(JenkinsProxy.class.getName());

    private JenkinsProxy() {}

    /** Chooses the proxy, and its user and password, for each connection. */
    static ProxyChooser chooser() {
        return new ProxyChooser(new Selector(), JenkinsProxy::credentials);
    }

    private static Optional<ProxyConfiguration> configured() {
        return Optional.ofNullable(Jenkins.get().getProxy());
    }

    private static Optional<PasswordAuthentication> credentials() {
        return configured()
                .filter(proxy -> proxy.getUserName() != null)
                .map(proxy -> new PasswordAuthentication(
                        proxy.getUserName(),
                        Secret.toString(proxy.getSecretPassword()).toCharArray()));
    }

    private static final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(
                    configured().map(proxy -> proxy.createProxy(uri.getHost())).orElse(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException cause) {
            LOGGER.log(Level.FINE, cause, () -> "The proxy " + address + " cannot be reached");
        }
    }
}
