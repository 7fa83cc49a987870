package io.jenkins.plugins.slacknotify.slack.http;

import java.io.IOException;
import java.util.List;

/**
 * Thrown where a proxy asks for a sign-in of a kind that cannot be given, such as NTLM or Negotiate. The message says so to the person
 * who runs Jenkins. Nothing was sent to the server behind the proxy.
 */
public final class ProxySignInException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param schemes the kinds that the proxy offers */
    ProxySignInException(List<String> schemes) {
        super("The proxy wants a sign-in by " + String.join(" or ", schemes)
                + ", and Basic is the only one that Jenkins"
                + " gives it here. Have the proxy offer Basic, or let Jenkins through to Slack without a sign-in; or run a"
                + " program beside Jenkins that signs in for it, such as Cntlm or Px, and enter that as the proxy");
    }
}
