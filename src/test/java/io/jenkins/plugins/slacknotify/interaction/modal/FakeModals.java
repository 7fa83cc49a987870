package io.jenkins.plugins.slacknotify.interaction.modal;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Modals in memory. */
public final class FakeModals implements Modals {
    private final List<String> shown = new ArrayList<>();
    private boolean expired;
    private boolean closed;

    /** From now on Slack opens none. */
    public void expire() {
        expired = true;
    }

    /** From now on Slack changes none. */
    public void close() {
        closed = true;
    }

    /** All views that were shown, in order. */
    public List<String> shown() {
        return shown;
    }

    public String last() {
        return shown.get(shown.size() - 1);
    }

    @Override
    public Optional<String> open(RequestOrigin origin, String view) {
        if (expired) {
            return Optional.empty();
        }
        shown.add(view);
        return Optional.of("V1");
    }

    @Override
    public boolean update(RequestOrigin origin, String viewId, String view) {
        if (closed) {
            return false;
        }
        shown.add(view);
        return true;
    }
}
