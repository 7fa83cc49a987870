package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.time.Duration;
import java.time.Instant;

/**
 * How notifications and receipts are written to disk. The names of the records' components are the format; a file of an
 * earlier version lacks those that came later, which are then null or zero.
 */
public final class JsonCodec {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>)
                    (instant, type, context) -> new JsonPrimitive(instant.toString()))
            .registerTypeAdapter(Instant.class, (JsonDeserializer<Instant>)
                    (json, type, context) -> Instant.parse(json.getAsString()))
            .registerTypeAdapter(Duration.class, (JsonSerializer<Duration>)
                    (duration, type, context) -> new JsonPrimitive(duration.toString()))
            .registerTypeAdapter(Duration.class, (JsonDeserializer<Duration>)
                    (json, type, context) -> Duration.parse(json.getAsString()))
            .create();

    private JsonCodec() {}

    public static String write(Record value) {
        return GSON.toJson(value);
    }

    /** @throws RuntimeException where the text is not what {@link #write} makes of such a record */
    public static <T extends Record> T read(String json, Class<T> type) {
        return requireNonNull(GSON.fromJson(json, type));
    }
}
