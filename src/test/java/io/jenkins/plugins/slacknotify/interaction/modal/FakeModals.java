package io.jenkins.plugins.slacknotify.interaction.modal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Modals in memory. */
public final class FakeModals implements Modals {
    private final List<String> shown = new ArrayList<>();
    private boolean expired;
    private boolean closed;
    private boolean refusesNext;

    /** From now on Slack opens none. */
    public void expire() {
        expired = true;
    }

    /** From now on Slack opens them, as it does at first. */
    public void open() {
        expired = false;
    }

    /** From now on Slack changes none. */
    public void close() {
        closed = true;
    }

    /** Slack does not take the next change, as of a form that is too large. */
    public void refuseNext() {
        refusesNext = true;
    }

    /** All views that were shown, in order. */
    public List<String> shown() {
        return shown;
    }

    public String last() {
        return shown.get(shown.size() - 1);
    }

    /** The request by which the member U1 sends the last view, whose only field asks for a reason. */
    public ViewSubmission submitReason(String id, String reason) {
        JsonObject view = JsonParser.parseString(last()).getAsJsonObject();
        return new ViewSubmission(
                Requests.origin(id, "U1"),
                new ViewReference(
                        "V1",
                        "modal",
                        view.get("callback_id").getAsString(),
                        "h",
                        view.get("private_metadata").getAsString()),
                new FormState(
                        Map.of("parameter-0", Map.of("value", new FieldValue("plain_text_input", List.of(reason))))));
    }

    @Override
    public Optional<Window> open(RequestOrigin origin, String view) {
        if (expired) {
            return Optional.empty();
        }
        shown.add(view);
        return Optional.of(new Window("V1", true));
    }

    @Override
    public boolean update(RequestOrigin origin, Window window, String view) {
        if (closed || refusesNext) {
            refusesNext = false;
            return false;
        }
        shown.add(view);
        return true;
    }
}
