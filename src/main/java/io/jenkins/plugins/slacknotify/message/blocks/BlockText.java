package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/** Extracts the text of blocks as mrkdwn, for notifications and screen readers. */
final class BlockText {
    /** The most lines. A notification shows fewer. */
    private static final int MAX_LINES = 10;

    private final List<String> lines = new ArrayList<>();

    private BlockText() {}

    static String of(JsonArray blocks) {
        BlockText text = new BlockText();
        text.collect(blocks);
        return String.join("\n", text.lines.subList(0, Math.min(MAX_LINES, text.lines.size())));
    }

    private void collect(JsonElement element) {
        if (element instanceof JsonArray array) {
            array.forEach(this::collect);
        } else if (element instanceof JsonObject object) {
            collect(object);
        }
    }

    /** Collects texts in the order of the fields, which is roughly the order in which Slack shows them. */
    private void collect(JsonObject object) {
        boolean markup = BlockRule.text(object, "type").filter("mrkdwn"::equals).isPresent();
        object.entrySet().forEach(field -> {
            String name = field.getKey();
            if (name.equals("text") || name.equals("alt_text")) {
                BlockRule.text(object, name)
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> lines.add(markup ? text : Mrkdwn.escape(text)));
            }
            collect(field.getValue());
        });
    }
}
