package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.AppRefusal;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.app.Views.Owner;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import java.util.Map;
import java.util.Optional;

/** The acts of a member in modals and home tabs. */
final class ModalActs {
    private final Acting acting;

    ModalActs(Acting acting) {
        this.acting = acting;
    }

    /** Chooses an option in a modal or in the home tab, or with null presses a button there. */
    Exchange choose(SandboxView view, String actionId, String option) {
        acting.requireActive();
        var current = current(view);
        var elements = BlockSearch.elements(current.blocks());
        var element = BlockSearch.byActionId(elements, actionId)
                .orElseThrow(() -> new IllegalArgumentException("no element " + actionId + " in this view, only "
                        + elements.stream().map(BlockSearch::actionId).toList()));
        var fault = acting.slack.courier().takeFault();
        var payload = acting.fields().interaction("block_actions", acting.user);
        payload.add("container", PayloadFields.object("type", "view", "view_id", current.id()));
        var json = current.json();
        json.add("state", FieldState.of(elements, option == null ? Map.of() : Map.of(actionId, option)));
        payload.add("view", json);
        payload.add("actions", acting.actions(element, option));
        return acting.interact(payload, acting.trigger(current.id(), fault), null, null, fault);
    }

    /**
     * Sends a modal.
     *
     * @param values what was typed or chosen, by {@code action_id} or {@code block_id}; several of one field separated by commas
     * @throws IllegalStateException where Slack does not let the member, as a field is empty that must not be
     */
    Exchange submit(SandboxView view, Map<String, String> values) {
        acting.requireActive();
        var current = current(view);
        var elements = BlockSearch.elements(current.blocks());
        var state = FieldState.of(elements, values);
        RequiredInputs.check(current.blocks(), state.getAsJsonObject("values"));
        var fault = acting.slack.courier().takeFault();
        var payload = acting.fields().interaction("view_submission", acting.user);
        var json = current.json();
        json.add("state", state);
        payload.add("view", json);
        payload.add("response_urls", new JsonArray());
        String trigger = acting.trigger(current.id(), fault);
        var exchange = acting.interact(payload, trigger, null, null, fault);
        exchange.acknowledgement().ifPresent(ack -> follow(current, trigger, ack.body()));
        return exchange;
    }

    /** Does what the answer to a submission says. Empty closes the modal. DOCUMENTED. */
    private void follow(SandboxView view, String trigger, String body) {
        var views = acting.slack.apps().views();
        if (body.isBlank() || body.equals("{}")) {
            views.close(view, false);
            return;
        }
        var answer = JsonParser.parseString(body).getAsJsonObject();
        String action =
                answer.has("response_action") ? answer.get("response_action").getAsString() : "";
        var owner = new Owner(acting.app.id(), acting.workspace.teamId(), view.botId(), acting.user.id(), trigger);
        try {
            switch (action) {
                case "update" -> views.update(acting.app.id(), view.id(), null, null, answer.getAsJsonObject("view"));
                case "push" -> views.push(owner, answer.getAsJsonObject("view"));
                case "clear" -> views.close(view, true);
                case "errors" -> requireErrorsOfInputs(view, answer);
                default -> throw new AssertionError("Slack does not know this answer to a modal: " + body);
            }
        } catch (AppRefusal refusal) {
            throw new AssertionError(
                    "Slack would show \"We had some trouble connecting\": " + refusal.getMessage(), refusal);
        }
    }

    /** DOCUMENTED: each error needs the id of an input block. */
    private static void requireErrorsOfInputs(SandboxView view, JsonObject answer) {
        var ids = view.blocks().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.get("type").getAsString().equals("input") && block.has("block_id"))
                .map(block -> block.get("block_id").getAsString())
                .toList();
        var errors = answer.getAsJsonObject("errors");
        if (errors == null || errors.isEmpty() || !ids.containsAll(errors.keySet())) {
            throw new AssertionError(
                    "Slack would show no such error, as there is no input of that block_id: " + answer);
        }
    }

    /** Closes a modal. The app is told where it has asked for that, and an exchange is returned only then. */
    Optional<Exchange> closeModal(SandboxView view) {
        acting.requireActive();
        var current = current(view);
        acting.slack.apps().views().close(current, false);
        if (!current.notifiesOnClose()) {
            return Optional.empty();
        }
        var payload = acting.fields().interaction("view_closed", acting.user);
        payload.add("view", current.json());
        payload.addProperty("is_cleared", false);
        return Optional.of(acting.interact(
                payload, null, null, null, acting.slack.courier().takeFault()));
    }

    /** Types into a menu whose options the app names. */
    Exchange suggest(SandboxView view, String actionId, String typed) {
        acting.requireActive();
        var current = current(view);
        var element = BlockSearch.byActionId(BlockSearch.elements(current.blocks()), actionId)
                .orElseThrow(() -> new IllegalArgumentException("no element " + actionId + " in this view"));
        var payload = acting.fields().interaction("block_suggestion", acting.user);
        payload.addProperty("action_id", actionId);
        payload.addProperty("block_id", element.blockId());
        payload.addProperty("value", typed);
        payload.add("container", PayloadFields.object("type", "view", "view_id", current.id()));
        payload.add("view", current.json());
        return acting.interact(payload, null, null, null, acting.slack.courier().takeFault());
    }

    private SandboxView current(SandboxView view) {
        return acting.slack
                .apps()
                .views()
                .find(view.id())
                .orElseThrow(() -> new IllegalStateException("This view is not open any more."));
    }
}
