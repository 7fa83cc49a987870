package io.jenkins.plugins.slacknotify.config.form;

import io.jenkins.plugins.slacknotify.config.rules.RoutingValidator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that stands in a list of a form or of Configuration as Code. Its constructor and its setters throw nothing, as they do not
 * know where in the list it stands: what they refuse is said, with its place, by whoever takes over the list, by
 * {@link RoutingValidator}.
 */
public abstract class ListElement {
    /** Null in what was stored, of which nothing was refused. */
    private transient Map<String, String> validationErrors;

    /**
     * Reads what is given for a field.
     *
     * @return {@code before} where that is refused
     */
    public final <T> T read(String field, T before, Supplier<T> given) {
        validationErrors = validationErrors == null ? new LinkedHashMap<>() : validationErrors;
        validationErrors.remove(field);
        try {
            return given.get();
        } catch (IllegalArgumentException refusal) {
            validationErrors.put(field, refusal.getMessage());
            return before;
        }
    }

    /** What was not taken over, in words that say what to do, by field. */
    public Map<String, String> validationErrors() {
        return validationErrors == null ? Map.of() : Collections.unmodifiableMap(validationErrors);
    }

    /**
     * By what pages and alerts call it; empty where it has no name.
     *
     * @param position in its list, from 1
     */
    public String label(int position) {
        return "";
    }
}
