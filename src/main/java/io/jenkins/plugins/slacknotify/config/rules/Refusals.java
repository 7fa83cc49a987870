package io.jenkins.plugins.slacknotify.config.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the setters of an element of a list could not take over. A setter does not know where in the list the element stands; who
 * takes over the list does, and says it with its place.
 */
final class Refusals {
    private final Map<String, String> words = new LinkedHashMap<>();

    /**
     * Reads what is given for a field.
     *
     * @return {@code before} where that is refused
     */
    <T> T read(String field, T before, Supplier<T> given) {
        words.remove(field);
        try {
            return given.get();
        } catch (IllegalArgumentException refusal) {
            words.put(field, refusal.getMessage());
            return before;
        }
    }

    /** By field. */
    Map<String, String> words() {
        return Map.copyOf(words);
    }
}
