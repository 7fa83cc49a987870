package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;

/**
 * Writes stored types as JSON and reads them. The names of their components are the format; a file of an earlier version
 * lacks those that came later, which are then null, zero or false, and what a later version has added is ignored.
 */
final class JsonCodec {
    private static final Gson GSON = new Gson();

    private JsonCodec() {}

    static String write(Record value) {
        return GSON.toJson(value);
    }

    /** @throws RuntimeException where the text is not the JSON of such a record */
    static <T extends Record> T read(String json, Class<T> type) {
        return requireNonNull(GSON.fromJson(json, type));
    }
}
