package io.jenkins.plugins.slacknotify.interaction.modal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;

/** Writes the JSON of a modal, within the limits of Slack's reference of views. Not safe for use by several threads. */
public final class ModalView {
    private static final int MAX_LABEL = 24;
    private static final int MAX_TEXT = 3_000;

    private final JsonObject view = new JsonObject();
    private final JsonArray blocks = new JsonArray();

    private ModalView(String title) {
        view.addProperty("type", "modal");
        view.add("title", plain(title, MAX_LABEL));
        view.add("blocks", blocks);
    }

    /** Begins a modal. @param title plain text; cut to 24 characters */
    public static ModalView titled(String title) {
        return new ModalView(title);
    }

    /** Returns a modal that only says something. */
    public static String saying(String title, String mrkdwn) {
        return titled(title).section(mrkdwn).close("Close").json();
    }

    /** Adds a paragraph, of which a longer text is cut. @param mrkdwn escaped */
    public ModalView section(String mrkdwn) {
        JsonObject text = new JsonObject();
        text.addProperty("type", "mrkdwn");
        text.addProperty("text", Excerpt.truncate(mrkdwn, MAX_TEXT));
        JsonObject block = new JsonObject();
        block.addProperty("type", "section");
        block.add("text", text);
        blocks.add(block);
        return this;
    }

    /**
     * Adds an element to be filled in. Whether it has to be is up to the one who reads it: empty texts are values, too. In a menu of which one
     * is chosen, Slack wants a choice: what was cleared would be taken for one that nobody has made.
     *
     * @param hint plain text below it; null for none
     */
    public ModalView input(String blockId, String label, @CheckForNull String hint, JsonObject element) {
        JsonObject block = new JsonObject();
        block.addProperty("type", "input");
        block.addProperty("block_id", blockId);
        block.addProperty("optional", !FormElements.isMenu(element));
        block.add("label", plain(named(label), 2_000));
        if (hint != null && !Mrkdwn.isBlank(hint)) {
            block.add("hint", plain(hint, 2_000));
        }
        block.add("element", element);
        blocks.add(block);
        return this;
    }

    /** Sets the label of the button that closes it. */
    public ModalView close(String label) {
        view.add("close", plain(label, MAX_LABEL));
        return this;
    }

    /**
     * Sets what is sent when it is filled in.
     *
     * @param callbackId names its purpose
     * @param metadata comes back with it; at most 3,000 characters. It is no proof of anything
     */
    public ModalView submit(String label, String callbackId, String metadata) {
        view.add("submit", plain(isBlank(label) ? "OK" : label, MAX_LABEL));
        view.addProperty("callback_id", callbackId);
        view.addProperty("private_metadata", metadata);
        return this;
    }

    public String json() {
        return view.toString();
    }

    /** Returns the name of something, as Slack refuses a view with a label that is empty. */
    static String named(String name) {
        return isBlank(name) ? "(no name)" : name;
    }

    private static boolean isBlank(String text) {
        return Mrkdwn.isBlank(text.replaceAll("\\s+", " "));
    }

    /** Makes a plain text that shows no emoji by its name. */
    public static JsonObject plain(String text, int limit) {
        JsonObject json = new JsonObject();
        json.addProperty("type", "plain_text");
        json.addProperty("text", Mrkdwn.line(text.replaceAll("\\s+", " "), limit));
        json.addProperty("emoji", false);
        return json;
    }
}
