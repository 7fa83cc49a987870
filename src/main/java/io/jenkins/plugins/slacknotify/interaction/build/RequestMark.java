package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.time.Instant;

/**
 * The part of a request that never changes. Its effect is found again by that, whoever its member is then.
 *
 * @param id of the request, which its effect carries
 * @param receivedAt by the clock of this Jenkins; its effect is no older
 */
public record RequestMark(String id, Instant receivedAt) {
    public RequestMark {
        requireNonNull(id, "id");
        requireNonNull(receivedAt, "receivedAt");
    }

    public static RequestMark of(RequestOrigin request) {
        return new RequestMark(request.id(), request.receivedAt());
    }
}
