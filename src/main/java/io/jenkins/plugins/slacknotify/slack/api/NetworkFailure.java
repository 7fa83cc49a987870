package io.jenkins.plugins.slacknotify.slack.api;

import io.jenkins.plugins.slacknotify.slack.http.FailureDetail;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.slack.http.ProxySignInException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Describes in plain English what an exception of the network means. */
final class NetworkFailure {

    private NetworkFailure() {}

    /**
     * Describes a failure.
     *
     * @param host which server it was, with its port where that is unusual
     */
    static String describe(IOException e, String host, ApiSecret secret) {
        if (e instanceof ProxySignInException) {
            return detail(e);
        }
        String detail = secret.redact(detail(e));
        return PlainText.of(meaning(e) + " (" + FailureDetail.of(host, detail) + ")");
    }

    private static String meaning(IOException e) {
        if (e instanceof UnknownHostException) {
            return "The host's name, or that of the proxy, is not known here: check the Slack API URL, DNS and proxy";
        }
        if (e instanceof ConnectException) {
            return "No connection: check the Slack API URL, proxy and firewall";
        }
        if (e instanceof SSLException) {
            return "No secure connection: check whether Java trusts the certificate of the server or proxy";
        }
        if (e instanceof InterruptedIOException) {
            return "No answer in time";
        }
        return "The connection failed";
    }

    private static String detail(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
