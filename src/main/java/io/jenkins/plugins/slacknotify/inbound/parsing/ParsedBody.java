package io.jenkins.plugins.slacknotify.inbound.parsing;

import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;

/** The body of an HTTP request, by what it turns out to be. */
public sealed interface ParsedBody {
    /** A request of somebody. */
    record Request(InboundRequest request) implements ParsedBody {}

    /**
     * Slack's question whether the address of events works ({@code url_verification}).
     *
     * @param challenge letters and digits, to be sent back
     */
    record Challenge(String challenge) implements ParsedBody {}

    /** Slack's question whether the certificate works ({@code ssl_check}); it wants no more than a 200. */
    record CertificateCheck() implements ParsedBody {}
}
