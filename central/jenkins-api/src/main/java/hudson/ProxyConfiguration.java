package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Describable;
import hudson.model.Saveable;
import hudson.util.Secret;
import java.io.IOException;
import java.net.Proxy;
import java.net.http.HttpClient;
import java.util.List;
import java.util.regex.Pattern;

public final class ProxyConfiguration implements Describable<ProxyConfiguration>, Saveable {
    public ProxyConfiguration(String name, int port) {}

    public native String getName();

    public native int getPort();

    @CheckForNull
    public native String getUserName();

    @CheckForNull
    public native Secret getSecretPassword();

    @CheckForNull
    public native String getNoProxyHost();

    public native List<Pattern> getNoProxyHostPatterns();

    public native Proxy createProxy(String host);

    public static native HttpClient.Builder newHttpClientBuilder();

    @Override
    public native void save() throws IOException;
}
