package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The things that requests have chosen and taken, in memory: more than one attempt and more than one process know of it. */
public final class FakeChoices {
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();

    /** Returns the choice of a request. */
    public ActChoice of(InboundRequest request) {
        return new ActChoice() {
            @Override
            public Optional<String> kept() {
                return Optional.ofNullable(chosen.get(request.id()));
            }

            @Override
            public void keep(String choice) {
                chosen.putIfAbsent(request.id(), choice);
            }

            @Override
            public boolean take(String deed) {
                return taken.computeIfAbsent(deed, free -> request.id()).equals(request.id());
            }
        };
    }
}
