package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The things that requests have chosen and taken, in memory: more than one attempt and more than one process know of it. */
public final class FakeChoices {
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();

    /** Returns the choice of a request that nothing was chosen for, and that shares nothing with others. */
    public static ActChoice ofOneRequest() {
        return new FakeChoices().of("request");
    }

    /** Returns the choice of a request. */
    public ActChoice of(InboundRequest request) {
        return of(request.id());
    }

    private ActChoice of(String id) {
        return new ActChoice() {
            @Override
            public Optional<String> kept() {
                return Optional.ofNullable(chosen.get(id));
            }

            @Override
            public void keep(String choice) {
                chosen.putIfAbsent(id, choice);
            }

            @Override
            public boolean take(String deed) {
                return taken.computeIfAbsent(deed, free -> id).equals(id);
            }
        };
    }
}
