package io.jenkins.plugins.slacknotify.message.html;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the texts of blocks that are JSON, as mrkdwn. */
final class ShownBlocks {
    private ShownBlocks() {}

    static List<String> texts(String blocks) {
        return elements(JsonParser.parseString(blocks).getAsJsonArray())
                .flatMap(ShownBlocks::texts)
                .toList();
    }

    private static Stream<String> texts(JsonObject block) {
        return switch (type(block)) {
            case "section" ->
                Stream.concat(own(block), elements(block.getAsJsonArray("fields")))
                        .map(ShownBlocks::text);
            case "header" -> own(block).map(ShownBlocks::text);
            case "context" ->
                elements(block.getAsJsonArray("elements"))
                        .filter(element -> element.has("text"))
                        .map(ShownBlocks::text);
            case "markdown" -> Stream.of(Mrkdwn.escape(block.get("text").getAsString()));
            case "actions" ->
                Stream.of(elements(block.getAsJsonArray("elements"))
                        .filter(element -> element.has("text"))
                        .map(element -> "["
                                + element.getAsJsonObject("text").get("text").getAsString() + "]")
                        .collect(Collectors.joining(" ")));
            case "divider" -> Stream.empty();
            default -> Stream.of(placeholder(type(block)));
        };
    }

    static String placeholder(String type) {
        return "[" + Mrkdwn.escape(type) + ": shown in Slack only]";
    }

    private static Stream<JsonObject> own(JsonObject block) {
        return Stream.ofNullable(block.getAsJsonObject("text"));
    }

    private static String text(JsonObject object) {
        String text = object.get("text").getAsString();
        return type(object).equals("mrkdwn") ? text : Mrkdwn.escape(text);
    }

    private static String type(JsonObject object) {
        return Optional.ofNullable(object.get("type"))
                .map(JsonElement::getAsString)
                .orElse("");
    }

    private static Stream<JsonObject> elements(@CheckForNull JsonArray array) {
        return array == null
                ? Stream.empty()
                : StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }
}
