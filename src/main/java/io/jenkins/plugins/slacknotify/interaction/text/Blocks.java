package io.jenkins.plugins.slacknotify.interaction.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * The blocks of an answer or of a view, written one after the other. Longer texts than Slack takes are cut; so are blocks beyond
 * the fiftieth, in a view beyond the hundredth.
 *
 * <p>Not safe for use by several threads.
 */
public final class Blocks {
    /** How long the text of a section may be, by Slack's reference of blocks. */
    private static final int MAX_SECTION = 3_000;

    /** How long the label of a button may be, by the same reference. */
    public static final int MAX_LABEL = 75;

    private static final int MAX_HEADER = 150;
    private static final int MAX_VALUE = 2_000;
    private static final int MAX_BLOCKS = 50;
    private static final int MAX_BLOCKS_OF_VIEW = 100;
    private static final int MAX_BUTTONS = 25;
    private static final int MAX_DIALOG = 300;
    private static final int MAX_DIALOG_LABEL = 30;

    /** The {@code action_id} of buttons that only open a page: nothing is done for a click on them. */
    private static final String OPENS_PAGE = "slack-notify-opens-page";

    private final JsonArray blocks = new JsonArray();
    private final int most;

    private Blocks(int most) {
        this.most = most;
    }

    /** Returns an empty list of blocks of a message. */
    public static Blocks start() {
        return new Blocks(MAX_BLOCKS);
    }

    public static Blocks startView() {
        return new Blocks(MAX_BLOCKS_OF_VIEW);
    }

    /**
     * A button that asks something of this plugin.
     *
     * @param actionId beginning with {@code slack-notify.}; unique among the buttons of one row
     * @param value what the click brings back; anybody may have made it up
     * @param confirm what a dialog asks before, as plain text; null for no dialog
     */
    public record Button(
            String label,
            String actionId,
            String value,
            @CheckForNull String confirm) {
        public Button(String label, String actionId, String value) {
            this(label, actionId, value, null);
        }
    }

    /** Adds a paragraph. @param text mrkdwn, escaped */
    public Blocks section(String text) {
        JsonObject block = block("section");
        block.add("text", text("mrkdwn", Excerpt.truncate(text, MAX_SECTION)));
        return add(block);
    }

    /** Adds lines, in as many paragraphs as they need. @param lines mrkdwn, escaped */
    public Blocks lines(List<String> lines) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            if (!paragraph.isEmpty() && paragraph.length() + 1 + line.length() > MAX_SECTION) {
                section(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
        }
        return paragraph.isEmpty() ? this : section(paragraph.toString());
    }

    /** Adds a line in small type. @param text mrkdwn, escaped */
    public Blocks context(String text) {
        JsonArray elements = new JsonArray();
        elements.add(text("mrkdwn", Excerpt.truncate(text, MAX_SECTION)));
        JsonObject block = block("context");
        block.add("elements", elements);
        return add(block);
    }

    public Blocks linkButton(String label, String url) {
        JsonObject button = button(label, OPENS_PAGE);
        button.addProperty("url", url);
        button.addProperty("style", "primary");
        return row(List.of(button));
    }

    /** Adds a row of buttons; none for an empty list. */
    public Blocks buttons(List<Button> buttons) {
        List<JsonObject> elements = buttons.stream()
                .limit(MAX_BUTTONS)
                .filter(button -> button.value().length() <= MAX_VALUE)
                .map(Blocks::json)
                .toList();
        return elements.isEmpty() ? this : row(elements);
    }

    /** Adds a heading. @param text plain */
    public Blocks header(String text) {
        JsonObject block = block("header");
        block.add("text", text("plain_text", Excerpt.truncate(text, MAX_HEADER)));
        return add(block);
    }

    /** Adds a paragraph with a button beside it. @param text mrkdwn, escaped */
    public Blocks section(String text, Button beside) {
        JsonObject block = block("section");
        block.add("text", text("mrkdwn", Excerpt.truncate(text, MAX_SECTION)));
        if (beside.value().length() <= MAX_VALUE) {
            block.add("accessory", json(beside));
        }
        return add(block);
    }

    /**
     * Adds blocks that were made for another message, without their ids, which have to be unique here.
     *
     * @param json a JSON array
     */
    public Blocks addAll(String json) {
        for (JsonElement each : JsonParser.parseString(json).getAsJsonArray()) {
            JsonObject block = each.getAsJsonObject();
            block.remove("block_id");
            add(block);
        }
        return this;
    }

    public String json() {
        return blocks.toString();
    }

    private static JsonObject json(Button button) {
        JsonObject json = button(button.label(), button.actionId());
        json.addProperty("value", button.value());
        String question = button.confirm();
        if (question != null) {
            json.addProperty("style", "danger");
            json.add("confirm", dialog(question, button.label()));
        }
        return json;
    }

    private static JsonObject button(String label, String actionId) {
        JsonObject json = block("button");
        json.add("text", text("plain_text", Excerpt.truncate(label, MAX_LABEL)));
        json.addProperty("action_id", actionId);
        return json;
    }

    private static JsonObject dialog(String question, String label) {
        JsonObject dialog = new JsonObject();
        dialog.add("title", text("plain_text", "Are you sure?"));
        dialog.add("text", text("plain_text", Excerpt.truncate(question, MAX_DIALOG)));
        dialog.add("confirm", text("plain_text", Excerpt.truncate(label, MAX_DIALOG_LABEL)));
        dialog.add("deny", text("plain_text", "Cancel"));
        dialog.addProperty("style", "danger");
        return dialog;
    }

    private Blocks row(List<JsonObject> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        JsonObject block = block("actions");
        block.add("elements", array);
        return add(block);
    }

    private Blocks add(JsonObject block) {
        if (blocks.size() < most) {
            blocks.add(block);
        }
        return this;
    }

    private static JsonObject block(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }

    private static JsonObject text(String type, String text) {
        JsonObject json = block(type);
        json.addProperty("text", text);
        return json;
    }
}
