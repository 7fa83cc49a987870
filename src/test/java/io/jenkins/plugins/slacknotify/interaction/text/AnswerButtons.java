package io.jenkins.plugins.slacknotify.interaction.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import java.util.List;

/** The buttons of an answer, as Slack gets them. */
public final class AnswerButtons {
    private AnswerButtons() {}

    public static List<JsonObject> of(Answer answer) {
        return JsonParser.parseString(answer.blocks()).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.get("type").getAsString().equals("actions"))
                .flatMap(block -> block.getAsJsonArray("elements").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** The value that a press on the first button sends. */
    public static String firstValue(Answer answer) {
        return of(answer).get(0).get("value").getAsString();
    }
}
