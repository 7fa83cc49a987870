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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** The proxy of Manage Jenkins » System and its list of hosts that need none. It is read anew for each connection. */
final class JenkinsProxy {
    private static final Logger LOGGER = Logger.getLogger(JenkinsProxy.class.getName());

    /** The names of settings of the process by which others choose a proxy, and which do not count here. */
    private static final List<String> OF_THE_PROCESS =
            List.of("https.proxyHost", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");

    private JenkinsProxy() {}

    /** Returns a sentence for whoever finds that Slack cannot be reached, and has set the proxy of the process alone; empty otherwise. */
    static Optional<String> hint() {
        return configured().isPresent()
                ? Optional.empty()
                : ofTheProcess(Stream.concat(
                                System.getProperties().stringPropertyNames().stream(),
                                System.getenv().keySet().stream()))
                        .map(Messages::JenkinsProxy_ofTheProcess);
    }

    /** Returns the first of the settings that do not count, among the names of all that there are. */
    static Optional<String> ofTheProcess(Stream<String> names) {
        return names.filter(OF_THE_PROCESS::contains).min(Comparator.comparing(OF_THE_PROCESS::indexOf));
    }

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
