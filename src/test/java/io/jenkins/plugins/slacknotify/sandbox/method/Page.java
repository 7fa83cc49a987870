package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonObject;
import java.util.List;

/** One page of a longer list; the cursor is the index of the next item. INFERRED: Slack's cursors are opaque. */
public record Page<T>(List<T> items, String nextCursor) {
    public static <T> Page<T> of(List<T> all, Arguments arguments, int usual) {
        int limit = Math.max(1, arguments.number("limit", usual));
        int from = arguments.text("cursor").isPresent() ? arguments.number("cursor", -1) : 0;
        if (from < 0 || from > all.size()) {
            throw new SlackRefusal("invalid_cursor");
        }
        int to = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : "");
    }

    public JsonObject metadata() {
        var metadata = new JsonObject();
        metadata.addProperty("next_cursor", nextCursor);
        return metadata;
    }
}
