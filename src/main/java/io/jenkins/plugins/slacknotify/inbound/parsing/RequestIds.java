package io.jenkins.plugins.slacknotify.inbound.parsing;

import io.jenkins.plugins.slacknotify.event.text.Sha256;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the ids of requests: 32 letters and digits, the same for the same request on either transport and after a retry.
 *
 * <p>They are digests, because what Slack identifies a request by may be worth something, such as a {@code trigger_id}, and
 * the id of a request goes into files, logs and builds.
 */
final class RequestIds {
    private static final int LENGTH = 31;

    private RequestIds() {}

    /**
     * Makes the id of a request.
     *
     * @param kind so that two kinds never have one id
     * @param natural what Slack identifies the request by; where that is empty, the id is a new one
     */
    static String of(String kind, Optional<String> natural) {
        return natural.filter(text -> !text.isEmpty())
                .map(text -> "r" + Sha256.hex(kind + "|" + text, LENGTH))
                .orElseGet(() ->
                        "u" + UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH));
    }
}
