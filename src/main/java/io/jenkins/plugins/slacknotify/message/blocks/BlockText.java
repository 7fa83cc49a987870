package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/** What blocks say, in mrkdwn: the lines that a phone's notification shows and a screen reader reads. */
final class BlockText {
    /** As many as a notification has room for, and some. */
    private static final int LINES = 10;

    private final List<String> lines = new ArrayList<>();

    private BlockText() {}

    /** Blank where they say nothing; never longer than a message may be. */
    static String of(JsonArray blocks) {
        BlockText text = new BlockText();
        text.collect(blocks);
        String joined = String.join("\n", text.lines.subList(0, Math.min(LINES, text.lines.size())));
        return MessageSplitter.split(joined).get(0);
    }

    private void collect(JsonElement element) {
        if (element instanceof JsonArray array) {
            array.forEach(this::collect);
        } else if (element instanceof JsonObject object) {
            collect(object);
        }
    }

    /** In the order in which the fields stand: it is that of what is shown, near enough. */
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
