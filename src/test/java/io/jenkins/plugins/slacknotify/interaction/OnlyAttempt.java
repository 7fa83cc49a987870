package io.jenkins.plugins.slacknotify.interaction;

import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.Optional;

/** Asks handlers about requests for which nothing was chosen before, as most requests get one attempt. */
public final class OnlyAttempt {
    private OnlyAttempt() {}

    public static ActResult act(ActHandler handler, InboundRequest request) {
        return handler.act(request, FakeChoices.ofOneRequest());
    }

    public static Optional<ActResult> alreadyDone(ActHandler handler, InboundRequest request) {
        return handler.alreadyDone(request, FakeChoices.ofOneRequest());
    }
}
