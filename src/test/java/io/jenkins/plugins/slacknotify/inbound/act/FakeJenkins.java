package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A Jenkins in which each act has an effect that carries its request's id. It outlives the queues of a test. */
public final class FakeJenkins implements ActHandler {
    private final List<String> effects = new ArrayList<>();
    private final List<InboundRequest> acted = new ArrayList<>();
    private Function<InboundRequest, ActResult> then =
            request -> ActResult.answered(Answer.ephemeral("Done: " + request.id()));

    private BiFunction<InboundRequest, ActChoice, ActResult> choosing;
    private Function<InboundRequest, Optional<ActResult>> lookup = request -> effects.contains(request.id())
            ? Optional.of(ActResult.answered(Answer.ephemeral("Done: " + request.id())))
            : Optional.empty();

    /** From now on acts choose what they are done to. */
    public void choosing(BiFunction<InboundRequest, ActChoice, ActResult> newChoosing) {
        choosing = newChoosing;
    }

    /** From now on this finds the effects of interrupted attempts. */
    public void lookup(Function<InboundRequest, Optional<ActResult>> newLookup) {
        lookup = newLookup;
    }

    private Function<InboundRequest, String> subject = request -> "";

    /** Sets what requests are about. */
    public void about(Function<InboundRequest, String> newSubject) {
        subject = newSubject;
    }

    @Override
    public String subject(InboundRequest request) {
        return subject.apply(request);
    }

    /** Sets what an act comes to after its effect. */
    public void then(Function<InboundRequest, ActResult> newThen) {
        then = newThen;
    }

    /** The ids of the requests that had an effect, each as often as it had one. */
    public synchronized List<String> effects() {
        return List.copyOf(effects);
    }

    /** Returns the requests that {@link #act} was called with. */
    public synchronized List<InboundRequest> acted() {
        return List.copyOf(acted);
    }

    @Override
    public synchronized Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        return lookup.apply(request);
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        return choosing == null ? act(request) : choosing.apply(request, choice);
    }

    private ActResult act(InboundRequest request) {
        synchronized (this) {
            acted.add(request);
        }
        ActResult result = then.apply(request);
        if (result instanceof ActResult.Done) {
            effect(request);
        }
        return result;
    }

    public synchronized void effect(InboundRequest request) {
        effects.add(request.id());
    }
}
