package io.jenkins.plugins.slacknotify.inbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The direct answer to a request, which Slack gets within three seconds. Slack looks at it only after a command, a modal and a question for
 * options; after anything else it has to be {@link #EMPTY}.
 *
 * @param json empty where Slack is told nothing but that the request has come
 * @param answer what the JSON says where it answers a command, so that a longer one than Slack takes here can go to the
 *     command's {@code response_url}; null for any other
 */
public record Acknowledgement(String json, @CheckForNull Answer answer) {
    /** The acknowledgement that says nothing more. It closes a modal. */
    public static final Acknowledgement EMPTY = new Acknowledgement("", null);

    /** How long an acknowledgement may be: from 20 kB on they vanish on a WebSocket, and the envelope has to fit in. */
    static final int MAX_BYTES = 19_000;

    private static final int MAX_NOTICE = 3_000;

    /** Answers a command at once. */
    public static Acknowledgement answer(Answer answer) {
        return new Acknowledgement(answer.json(), answer);
    }

    /**
     * Leaves a modal open and shows what was filled in wrongly.
     *
     * @param errors sentences by {@code block_id}, which are shortened as far as both transports need; Slack needs at least one, of a
     *     block with an input
     */
    public static Acknowledgement errors(Map<String, String> errors) {
        JsonObject sentences = new JsonObject();
        errors.forEach((block, sentence) ->
                sentences.addProperty(block, Excerpt.truncate(sentence, MAX_NOTICE / errors.size())));
        JsonObject json = responseAction("errors");
        json.add("errors", sentences);
        return new Acknowledgement(json.toString(), null);
    }

    /** Replaces the modal by another view, given as JSON. */
    public static Acknowledgement update(String view) {
        JsonObject json = responseAction("update");
        json.add("view", JsonParser.parseString(view));
        return new Acknowledgement(json.toString(), null);
    }

    /** Replaces the modal by one that shows a plain sentence. */
    public static Acknowledgement notice(String sentence) {
        JsonObject section = new JsonObject();
        section.addProperty("type", "section");
        section.add("text", plainText(Excerpt.truncate(sentence, MAX_NOTICE)));
        JsonArray blocks = new JsonArray();
        blocks.add(section);
        JsonObject view = new JsonObject();
        view.addProperty("type", "modal");
        view.add("title", plainText("Jenkins"));
        view.add("close", plainText("Close"));
        view.add("blocks", blocks);
        return update(view.toString());
    }

    /** Answers a question for options, with a JSON array of options; at most 100. */
    public static Acknowledgement options(String options) {
        JsonObject json = new JsonObject();
        json.add("options", JsonParser.parseString(options));
        return new Acknowledgement(json.toString(), null);
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** Returns whether the acknowledgement is short enough for both transports. */
    boolean fits() {
        return json.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    private static JsonObject responseAction(String action) {
        JsonObject json = new JsonObject();
        json.addProperty("response_action", action);
        return json;
    }

    private static JsonObject plainText(String text) {
        JsonObject json = new JsonObject();
        json.addProperty("type", "plain_text");
        json.addProperty("text", text);
        return json;
    }
}
