package io.jenkins.plugins.slacknotify.interaction;

import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.RequestHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.List;
import java.util.Optional;

/**
 * The handler of all requests: it gives each to the first {@link Interaction} that accepts it.
 *
 * <p>What none accepts is acknowledged. A kept request of a person, such as a press of a button that an older version of the
 * plugin has posted, is answered with a sentence; all else ends in silence. Safe for use by many threads, as far as the
 * interactions are.
 */
public final class InteractionDispatcher implements RequestHandler, ActHandler {
    private final List<Interaction> interactions;

    /** @param interactions in the order in which they are asked */
    public InteractionDispatcher(List<? extends Interaction> interactions) {
        this.interactions = List.copyOf(interactions);
    }

    @Override
    public Decision receive(InboundRequest request) {
        return interactionFor(request)
                .map(interaction -> interaction.receive(request))
                .orElseGet(() -> unclaimed(request));
    }

    @Override
    public void handle(InboundRequest request) {
        interactionFor(request).ifPresent(interaction -> interaction.handle(request));
    }

    @Override
    public String subject(InboundRequest request) {
        return interactionFor(request)
                .map(interaction -> interaction.subject(request))
                .orElse("");
    }

    @Override
    public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        return interactionFor(request).flatMap(interaction -> interaction.alreadyDone(request, choice));
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        return interactionFor(request)
                .map(interaction -> interaction.act(request, choice))
                .orElseGet(
                        () -> ActResult.say(
                                "This Jenkins no longer knows what this was for. Nothing was done: look at the build's page instead."));
    }

    private Optional<Interaction> interactionFor(InboundRequest request) {
        return interactions.stream()
                .filter(interaction -> interaction.accepts(request))
                .map(Interaction.class::cast)
                .findFirst();
    }

    /**
     * Decides about a request that no interaction accepts: one of a person is kept, so that the person gets an answer; others are
     * dropped.
     */
    private static Decision unclaimed(InboundRequest request) {
        return request.kind().isAnswered() ? Decision.byKind(request) : Decision.nothingMore(Acknowledgement.EMPTY);
    }
}
