package io.jenkins.plugins.slacknotify.sidebyside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for a host and those below it, made on the spot with the JDK's {@code keytool} and good for a week. Nobody trusts it who is
 * not given the trust store.
 *
 * @param server what a server needs that shows it
 * @param trustStore a PKCS #12 file with the certificate and without its key
 */
public record ThrowAwayCertificate(SSLContext server, Path trustStore) {
    /** Of the trust store, and no secret. */
    public static final String PASSWORD = "throw-away";

    private static final String ALIAS = "host";

    /** @param folder where to put the files */
    public static ThrowAwayCertificate create(Path folder, String host) {
        try {
            var keyStore = folder.resolve("key.p12");
            keytool(keyStore, host);
            var keys = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
            return new ThrowAwayCertificate(server(keys), trustStore(keys, folder.resolve("trust.p12")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a certificate for " + host, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a certificate for " + host, e);
        }
    }

    /** The options with which a virtual machine trusts it, and nothing else. */
    public List<String> trust() {
        return List.of("-Djavax.net.ssl.trustStore=" + trustStore, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private static void keytool(Path keyStore, String host) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-validity",
                        "7",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host + ",dns:*." + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(keyStore.resolveSibling("keytool.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(Files.readString(keyStore.resolveSibling("keytool.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext server(KeyStore keys) throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Path trustStore(KeyStore keys, Path file) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
