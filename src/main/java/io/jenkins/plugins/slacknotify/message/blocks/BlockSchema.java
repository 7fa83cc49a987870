package io.jenkins.plugins.slacknotify.message.blocks;

import static io.jenkins.plugins.slacknotify.message.blocks.BlockRule.ANYTHING;
import static io.jenkins.plugins.slacknotify.message.blocks.BlockRule.byType;
import static io.jenkins.plugins.slacknotify.message.blocks.BlockRule.list;
import static io.jenkins.plugins.slacknotify.message.blocks.BlockRule.oneOf;
import static io.jenkins.plugins.slacknotify.message.blocks.BlockRule.text;
import static io.jenkins.plugins.slacknotify.message.blocks.ObjectRule.object;

import java.util.LinkedHashMap;
import java.util.Map;

/** The rules for the blocks of a message, with the limits of Slack's Block Kit reference. */
final class BlockSchema {
    private static final int ID = 255;
    private static final int URL = 3_000;
    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    private BlockSchema() {}

    /**
     * The rule for a list of blocks.
     *
     * @param limit the most blocks
     */
    static BlockRule blocks(int limit) {
        return list(limit, byType(byBlock()));
    }

    private static Map<String, BlockRule> byBlock() {
        Map<String, BlockRule> blocks = new LinkedHashMap<>();
        blocks.put("section", block(section()));
        blocks.put("header", block(object().required("text", plainText(150))));
        blocks.put("divider", block(object()));
        blocks.put("context", block(object().required("elements", list(10, contextElement()))));
        blocks.put("actions", block(object().required("elements", list(25, element()))));
        blocks.put("image", block(image().optional("title", plainText(2_000))));
        blocks.put("markdown", block(object().required("text", text(12_000))));
        blocks.put("rich_text", block(object().required("elements", ANYTHING)));
        return blocks;
    }

    private static ObjectRule block(ObjectRule rule) {
        return rule.optional("block_id", text(ID));
    }

    private static ObjectRule section() {
        return object().oneOf("text", "fields")
                .optional("text", anyText(3_000))
                .optional("fields", list(10, anyText(2_000)))
                .optional("accessory", element());
    }

    private static BlockRule contextElement() {
        return byType(Map.of("image", image(), "plain_text", anyText(ANY_LENGTH), "mrkdwn", anyText(ANY_LENGTH)));
    }

    private static BlockRule element() {
        return byType(Map.of("button", button(), "image", image()));
    }

    private static ObjectRule button() {
        return object().required("text", plainText(75))
                .optional("url", text(URL))
                .optional("value", text(2_000))
                .optional("action_id", text(ID));
    }

    private static ObjectRule image() {
        return object().oneOf("image_url", "slack_file")
                .optional("image_url", text(URL))
                .required("alt_text", text(2_000));
    }

    private static BlockRule anyText(int limit) {
        return object().required("type", oneOf("mrkdwn", "plain_text")).required("text", text(limit));
    }

    private static BlockRule plainText(int limit) {
        return object().required("type", oneOf("plain_text")).required("text", text(limit));
    }
}
