package io.jenkins.plugins.slacknotify.interaction;

import io.jenkins.plugins.slacknotify.inbound.RequestHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.Optional;

/**
 * A handler of the requests of one purpose, such as commands, or the buttons under a waiting input.
 *
 * <p>It has to be safe for use by many threads.
 */
public interface Interaction extends RequestHandler, ActHandler {
    /**
     * Returns whether a request is for this interaction. Called on the thread that reads the next request, so it looks at the
     * request alone.
     */
    boolean accepts(InboundRequest request);

    /** {@inheritDoc} Does nothing, for interactions whose requests are all kept. */
    @Override
    default void handle(InboundRequest request) {}

    /** {@inheritDoc} Returns nothing, for interactions that only read, or whose acts may be repeated. */
    @Override
    default Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        return Optional.empty();
    }

    /** {@inheritDoc} Does nothing, for interactions of which nothing is kept. */
    @Override
    default ActResult act(InboundRequest request, ActChoice choice) {
        return ActResult.silent();
    }
}
