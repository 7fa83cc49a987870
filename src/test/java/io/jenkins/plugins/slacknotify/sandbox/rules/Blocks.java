package io.jenkins.plugins.slacknotify.sandbox.rules;

import static io.jenkins.plugins.slacknotify.sandbox.rules.Elements.plainText;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Elements.text;
import static io.jenkins.plugins.slacknotify.sandbox.rules.ObjectRule.object;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.anything;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.bool;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.list;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.nonEmptyString;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.string;

import java.util.LinkedHashMap;
import java.util.Map;

/** The blocks that a message may hold, one entry each. */
final class Blocks {
    /** Kinds that exist but whose inside the sandbox does not check. */
    private static final String[] UNCHECKED = {"card", "container", "context_actions", "file", "table", "video"};

    private Blocks() {}

    static Map<String, Rule> messageBlocks() {
        var blocks = new LinkedHashMap<String, Rule>();
        blocks.put("section", withId(section()));
        blocks.put("header", withId(object().required("text", plainText(Limit.HEADER))));
        blocks.put("divider", withId(object()));
        blocks.put(
                "context",
                withId(object().required(
                                "elements", list(1, Limit.CONTEXT_ELEMENTS.value(), Elements.contextElements()))));
        blocks.put(
                "actions", withId(object().required("elements", list(1, Limit.ACTIONS.value(), Elements.actions()))));
        blocks.put("image", withId(Elements.image().optional("title", plainText(Limit.IMAGE_TITLE))));
        blocks.put("markdown", withId(object().required("text", nonEmptyString(Limit.MARKDOWN))));
        blocks.put("rich_text", withId(RichText.block()));
        for (String type : UNCHECKED) {
            blocks.put(type, anything());
        }
        return blocks;
    }

    /** The blocks that a modal or a home tab may hold: those of a message without markdown (DOCUMENTED), and inputs. */
    static Map<String, Rule> viewBlocks() {
        var blocks = messageBlocks();
        blocks.remove("markdown");
        blocks.put("input", withId(input()));
        return blocks;
    }

    private static ObjectRule input() {
        return object().required("label", plainText(Limit.INPUT_LABEL))
                .required("element", Elements.inputs())
                .optional("hint", plainText(Limit.INPUT_LABEL))
                .optional("optional", bool())
                .optional("dispatch_action", bool());
    }

    private static ObjectRule section() {
        return object().optional("text", text(Limit.SECTION_TEXT))
                .optional("fields", list(1, Limit.SECTION_FIELDS.value(), text(Limit.SECTION_FIELD)))
                .optional("accessory", Elements.accessory())
                .optional("expand", bool())
                .anyOf("text", "fields");
    }

    private static ObjectRule withId(ObjectRule block) {
        return block.optional("block_id", string(Limit.ID));
    }
}
