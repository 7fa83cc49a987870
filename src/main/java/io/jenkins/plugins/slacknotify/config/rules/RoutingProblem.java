package io.jenkins.plugins.slacknotify.config.rules;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with something that stands in a list.
 *
 * @param list such as {@code rules}
 * @param index of the element, from 0
 * @param name of the element; empty where it is not known
 * @param field of the element; empty for the element as a whole
 * @param words what is wrong, and what to do
 */
public record RoutingProblem(String list, int index, String name, String field, String words) {
    public RoutingProblem {
        requireNonNull(list, "list");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
        requireNonNull(words, "words");
    }

    /** With the path under which configuration files have it. */
    @Override
    public String toString() {
        String path = list + "[" + index + "]" + (field.isEmpty() ? "" : "." + field);
        return path + (name.isEmpty() ? "" : " ('" + name + "')") + ": " + words;
    }
}
