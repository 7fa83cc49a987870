package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The stored form of enum constants: their names. */
final class EnumNames {
    private EnumNames() {}

    @CheckForNull
    static String nullable(@CheckForNull Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** The constants in the order of their declaration, so that the same set is always stored alike. */
    static List<String> sorted(Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .map(Enum::name)
                .toList();
    }

    /** @throws IllegalArgumentException where this version of the plugin does not know it */
    static <E extends Enum<E>> E required(Class<E> type, @CheckForNull String name) {
        if (name == null) {
            throw new IllegalArgumentException("No " + type.getSimpleName());
        }
        return Enum.valueOf(type, name);
    }

    /** Null, too, for what only another version of the plugin knows. */
    @CheckForNull
    static <E extends Enum<E>> E lenient(Class<E> type, @CheckForNull String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** @throws IllegalArgumentException where this version of the plugin does not know one of them */
    static <E extends Enum<E>> Set<E> set(Class<E> type, @CheckForNull Collection<String> names) {
        Set<E> set = new LinkedHashSet<>();
        StoredList.of(names).forEach(name -> set.add(required(type, name)));
        return set;
    }
}
