package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;

/**
 * The decision that a {@link RequestHandler} has made at once.
 *
 * @param acknowledgement what Slack gets as the direct answer
 * @param followUp what happens after that
 */
public record Decision(Acknowledgement acknowledgement, FollowUp followUp) {
    /** What happens to a request besides its acknowledgement. */
    public enum FollowUp {
        /** The request is written to disk before it is acknowledged, and {@link ActHandler} does it once. */
        KEEP,
        /** {@link RequestHandler#handle} gets the request, unless Jenkins stops before. */
        HANDLE,
        /** Nothing. The acknowledgement has said all. */
        NOTHING
    }

    /** Acknowledges without a word, and then does what its {@linkplain RequestKind#isKept kind} asks for. */
    public static Decision byKind(InboundRequest request) {
        return request.kind().isKept() ? keep(Acknowledgement.EMPTY) : handle(Acknowledgement.EMPTY);
    }

    public static Decision keep(Acknowledgement acknowledgement) {
        return new Decision(acknowledgement, FollowUp.KEEP);
    }

    public static Decision handle(Acknowledgement acknowledgement) {
        return new Decision(acknowledgement, FollowUp.HANDLE);
    }

    public static Decision nothingMore(Acknowledgement acknowledgement) {
        return new Decision(acknowledgement, FollowUp.NOTHING);
    }
}
