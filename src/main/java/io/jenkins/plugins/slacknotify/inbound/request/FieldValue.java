package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The value that a person has chosen or typed in an element of a message or a modal, whatever the element.
 *
 * @param type Slack's type of the element, such as {@code button} or {@code static_select}
 * @param values the value of a button; what was typed; the value of each chosen option; the id of each chosen user,
 *     channel or conversation; a date ({@code 2026-03-01}), a time ({@code 14:05}) or a moment (seconds since 1970).
 *     Empty where nothing was
 */
public record FieldValue(String type, List<String> values) {
    public FieldValue {
        requireNonNull(type, "type");
        values = List.copyOf(values);
    }

    /** Returns the value of an element that has one at most. */
    public Optional<String> value() {
        return values.stream().findFirst();
    }
}
