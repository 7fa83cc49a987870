package io.jenkins.plugins.slacknotify.sandbox.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds what Slack would refuse, cut or split in a whole message, as it goes to {@code chat.postMessage} and
 * {@code chat.update}. Stricter than Slack where Slack does not say what it does. Stateless and thread-safe.
 */
public final class MessageValidator {
    private final BlockKitValidator blockKit = new BlockKitValidator();

    /** @return every violation; empty where Slack would show the message as it is */
    public List<Violation> validate(String text, JsonArray attachments) {
        var violations = new ArrayList<Violation>();
        if (text.isBlank()) {
            violations.add(new Violation("must be more than 0 characters", "/text"));
        }
        tooLong(text.length(), Limit.UPDATE_TEXT, "/text", violations);
        tooLong(text.length() + blockKit.textLength(attachments), Limit.ALL_BLOCK_TEXT, "", violations);
        if (attachments.size() > Limit.ATTACHMENTS_RECOMMENDED.value()) {
            violations.add(new Violation("too many attachments", "/attachments"));
        }
        for (int i = 0; i < attachments.size(); i++) {
            JsonArray blocks = attachments.get(i).getAsJsonObject().getAsJsonArray("blocks");
            violations.addAll(blockKit.validate(blocks, "/attachments/" + i + "/blocks"));
        }
        eachText(attachments, "/attachments", (shown, pointer) -> check(shown, pointer, violations));
        check(text, "/text", violations);
        return List.copyOf(violations);
    }

    /** Every text that a reader would see, the headline first. */
    public List<String> texts(String text, JsonArray attachments) {
        var texts = new ArrayList<>(List.of(text));
        eachText(attachments, "", (shown, pointer) -> texts.add(shown));
        return List.copyOf(texts);
    }

    private static void tooLong(int length, Limit limit, String pointer, List<Violation> violations) {
        if (length > limit.value()) {
            violations.add(new Violation("must be less than " + (limit.value() + 1) + " characters", pointer));
        }
    }

    private static void check(String text, String pointer, List<Violation> violations) {
        Mrkdwn.of(text).faults().forEach(fault -> violations.add(new Violation(fault, pointer)));
    }

    private static void eachText(JsonElement content, String pointer, BiConsumer<String, String> take) {
        if (content instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                eachText(array.get(i), pointer + "/" + i, take);
            }
        } else if (content instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> field : object.entrySet()) {
                if (field.getKey().equals("text") && field.getValue().isJsonPrimitive()) {
                    take.accept(field.getValue().getAsString(), pointer + "/text");
                } else {
                    eachText(field.getValue(), pointer + "/" + field.getKey(), take);
                }
            }
        }
    }
}
