package io.jenkins.plugins.slacknotify.config.rules;

import static java.util.Objects.requireNonNull;

/**
 * A problem of a workspace, destination, template or rule.
 *
 * @param list such as {@code rules}
 * @param index the position of the element, from 0
 * @param name the name of the element; empty where it has none
 * @param field the invalid field; empty for the element as a whole
 * @param subject what tells the problem from others of that field, such as an unknown name; empty where nothing does
 * @param message what is wrong, and what to do about it
 */
public record RoutingProblem(String list, int index, String name, String field, String subject, String message) {
    public RoutingProblem {
        requireNonNull(list, "list");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
        requireNonNull(subject, "subject");
        requireNonNull(message, "message");
    }

    /** Creates a problem of a field that can have no other problem. */
    public RoutingProblem(String list, int index, String name, String field, String message) {
        this(list, index, name, field, "", message);
    }

    /** The problem with its path in configuration files. */
    @Override
    public String toString() {
        String path = list + "[" + index + "]" + (field.isEmpty() ? "" : "." + field);
        return path + (name.isEmpty() ? "" : " ('" + name + "')") + ": " + message;
    }
}
