package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON as strictly as Slack does. The library is lenient by default. */
final class StrictJson {
    private static final TypeAdapter<JsonElement> READER = new Gson().getAdapter(JsonElement.class);
    private static final Pattern POSITION = Pattern.compile("line (\\d+) column (\\d+)");

    private StrictJson() {}

    /**
     * Reads the text of blocks as JSON.
     *
     * @throws IllegalArgumentException if the text is no valid JSON; the message names the line
     */
    static JsonElement read(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            JsonElement element = READER.read(reader);
            reader.peek(); // fails if anything follows the end
            return element;
        } catch (IOException | JsonParseException e) {
            throw new IllegalArgumentException("blocks: this is not valid JSON" + position(e), e);
        }
    }

    private static String position(Exception problem) {
        Matcher position = POSITION.matcher(String.valueOf(problem.getMessage()));
        return position.find() ? " (line " + position.group(1) + ", column " + position.group(2) + ")" : "";
    }
}
