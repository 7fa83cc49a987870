package io.jenkins.plugins.slacknotify.inbound.request;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of all elements of a message, home tab or modal.
 *
 * @param fields by {@code block_id}, then by {@code action_id}
 */
public record FormState(Map<String, Map<String, FieldValue>> fields) {
    /** A state without elements. */
    public static final FormState EMPTY = new FormState(Map.of());

    public FormState {
        Map<String, Map<String, FieldValue>> copy = new TreeMap<>();
        fields.forEach((block, actions) -> copy.put(block, Map.copyOf(actions)));
        fields = Map.copyOf(copy);
    }

    /** Returns one element; empty where there is none of this name. */
    public Optional<FieldValue> field(String blockId, String actionId) {
        return Optional.ofNullable(fields.get(blockId)).map(actions -> actions.get(actionId));
    }

    /** Returns the single value of an element; empty where nothing was chosen or typed. */
    public Optional<String> value(String blockId, String actionId) {
        return field(blockId, actionId).flatMap(FieldValue::value);
    }
}
