package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.page.SettingsVersion;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The memory of a page about an element: where it stood, and what it contained. Elements have no ids. An element is still found after it
 * was moved, and not any more after it was changed.
 *
 * @param position from 1
 * @param version as {@link SettingsVersion} has it
 */
public record ElementKey(int position, String version) {
    /** Reads the two fields of a form; a key that fits nothing where they are missing or invalid. */
    static ElementKey parse(@CheckForNull String position, @CheckForNull String version) {
        try {
            return new ElementKey(Integer.parseInt(Util.fixNull(position).strip()), Util.fixNull(version));
        } catch (NumberFormatException notANumber) {
            return new ElementKey(0, Util.fixNull(version));
        }
    }

    /** Finds the index of the element; empty where somebody has changed or deleted it meanwhile. */
    OptionalInt find(List<?> elements) {
        return find(elements, SettingsVersion::of);
    }

    /** @param versions the version of an element, in place of {@link SettingsVersion}, which needs the XStream of Jenkins */
    <T> OptionalInt find(List<T> elements, Function<? super T, String> versions) {
        int index = position - 1;
        if (index >= 0
                && index < elements.size()
                && versions.apply(elements.get(index)).equals(version)) {
            return OptionalInt.of(index);
        }
        return IntStream.range(0, elements.size())
                .filter(other -> versions.apply(elements.get(other)).equals(version))
                .findFirst();
    }
}
