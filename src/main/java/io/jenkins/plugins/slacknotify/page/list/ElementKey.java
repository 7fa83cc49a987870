package io.jenkins.plugins.slacknotify.page.list;

import hudson.Util;
import io.jenkins.plugins.slacknotify.page.Version;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a page remembers of an element: where it stood, and what it was like. Elements have no ids. An element is still found after it
 * was moved, and not any more after it was changed.
 *
 * @param position from 1
 * @param version as {@link Version} has it
 */
public record ElementKey(int position, String version) {
    static ElementKey of(int position, Object element) {
        return new ElementKey(position, Version.of(element));
    }

    /** Reads the two fields of a form; a key that fits nothing where they are missing or invalid. */
    static ElementKey parse(String position, String version) {
        try {
            return new ElementKey(Integer.parseInt(Util.fixNull(position).strip()), Util.fixNull(version));
        } catch (NumberFormatException notANumber) {
            return new ElementKey(0, Util.fixNull(version));
        }
    }

    /** Finds the index of the element; empty where somebody has changed or deleted it meanwhile. */
    OptionalInt find(List<?> elements) {
        int index = position - 1;
        if (index >= 0 && index < elements.size() && matches(elements.get(index))) {
            return OptionalInt.of(index);
        }
        return IntStream.range(0, elements.size())
                .filter(other -> matches(elements.get(other)))
                .findFirst();
    }

    private boolean matches(Object element) {
        return Version.of(element).equals(version);
    }
}
