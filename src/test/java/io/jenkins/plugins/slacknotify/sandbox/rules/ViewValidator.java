package io.jenkins.plugins.slacknotify.sandbox.rules;

import static io.jenkins.plugins.slacknotify.sandbox.rules.ObjectRule.object;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.bool;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.byType;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.list;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.string;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what Slack would refuse in a modal or a home tab. Stateless and thread-safe. */
public final class ViewValidator {
    private static final Rule BLOCKS = list(0, Limit.VIEW_BLOCKS.value(), byType(Blocks.viewBlocks()));

    private static final Map<String, Rule> VIEWS = Map.of(
            "modal",
            common().required("title", Elements.plainText(Limit.VIEW_TITLE))
                    .optional("submit", Elements.plainText(Limit.VIEW_TITLE))
                    .optional("close", Elements.plainText(Limit.VIEW_TITLE))
                    .optional("clear_on_close", bool())
                    .optional("notify_on_close", bool())
                    .optional("submit_disabled", bool()),
            "home",
            common());

    private static ObjectRule common() {
        return object().required("blocks", BLOCKS)
                .optional("private_metadata", string(Limit.PRIVATE_METADATA))
                .optional("callback_id", string(Limit.ID))
                .optional("external_id", string(Limit.ID));
    }

    /**
     * @param type what it has to be: {@code modal} or {@code home}
     * @return every violation, in order
     */
    public List<Violation> validate(JsonObject view, String type) {
        var violations = new ArrayList<Violation>();
        String actual = view.has("type") ? view.get("type").getAsString() : "";
        if (!actual.equals(type)) {
            violations.add(new Violation("must be a valid enum value", "/view/type"));
            return violations;
        }
        VIEWS.get(type).check(view, "/view", violations::add);
        boolean hasInput = view.get("blocks") instanceof JsonArray blocks
                && blocks.asList().stream().anyMatch(ViewValidator::isInput);
        if (type.equals("modal") && hasInput && !view.has("submit")) {
            violations.add(new Violation("missing required field: submit", "/view"));
        }
        return List.copyOf(violations);
    }

    private static boolean isInput(JsonElement block) {
        return block instanceof JsonObject object
                && object.has("type")
                && object.get("type").getAsString().equals("input");
    }
}
