package io.jenkins.plugins.slacknotify.slack.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A JSON object that Slack answers with, read without expectations: a field that is missing or of another type counts
 * as absent, and unknown fields are ignored.
 */
public record JsonResponse(JsonObject json) {

    /** Parses a text. The result is empty if it is anything but one JSON object with a boolean {@code ok}. */
    public static Optional<JsonResponse> parse(String text) {
        try {
            return Optional.of(JsonParser.parseString(text))
                    .filter(JsonElement::isJsonObject)
                    .map(element -> new JsonResponse(element.getAsJsonObject()))
                    .filter(response -> response.flag("ok").isPresent());
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    public boolean ok() {
        return flag("ok").orElse(false);
    }

    public Optional<Boolean> flag(String name) {
        return primitive(name)
                .filter(element -> element.getAsJsonPrimitive().isBoolean())
                .map(JsonElement::getAsBoolean);
    }

    public Optional<String> text(String name) {
        return primitive(name)
                .filter(element -> element.getAsJsonPrimitive().isString())
                .map(JsonElement::getAsString);
    }

    /** Returns the value of a field as a whole number; empty where it is no number. */
    public Optional<Long> number(String name) {
        return primitive(name)
                .filter(element -> element.getAsJsonPrimitive().isNumber())
                .map(JsonElement::getAsLong);
    }

    /** Returns the object in a field; an object without fields where there is none. */
    public JsonResponse object(String name) {
        JsonElement element = json.get(name);
        return new JsonResponse(
                element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject());
    }

    public boolean hasObject(String name) {
        return json.get(name) != null && json.get(name).isJsonObject();
    }

    /** Returns where the next page of a list begins; empty where there is none. */
    public Optional<String> nextCursor() {
        return object("response_metadata").text("next_cursor").filter(cursor -> !cursor.isEmpty());
    }

    public boolean hasList(String name) {
        return json.get(name) != null && json.get(name).isJsonArray();
    }

    /** Returns the objects in the list that a field holds; none where it holds no list. */
    public Stream<JsonResponse> objects(String name) {
        return elements(name)
                .filter(JsonElement::isJsonObject)
                .map(element -> new JsonResponse(element.getAsJsonObject()));
    }

    /** Returns the texts in the list that a field holds; none where it holds no list. */
    public Stream<String> texts(String name) {
        return elements(name).filter(element -> element.isJsonPrimitive()).map(JsonElement::getAsString);
    }

    private Stream<JsonElement> elements(String name) {
        return hasList(name)
                ? StreamSupport.stream(json.get(name).getAsJsonArray().spliterator(), false)
                : Stream.empty();
    }

    private Optional<JsonElement> primitive(String name) {
        @CheckForNull JsonElement element = json.get(name);
        return Optional.ofNullable(element).filter(JsonElement::isJsonPrimitive);
    }
}
