package io.jenkins.plugins.slacknotify.event.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses the names of enum constants that people type into pages, pipelines and YAML. */
public final class EnumParser {
    private EnumParser() {}

    /**
     * Parses the name or id of a constant. Case does not matter, nor do {@code _} and {@code -} between two letters: {@code stillFailing} and
     * {@code STILL_FAILING} are one name. Before a name, a hyphen may mean all but that.
     *
     * @param what the kind of thing, for the message of the exception
     * @throws IllegalArgumentException with a message that names the valid ids
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String what, String text, Function<E, String> id) {
        return parse(List.of(type.getEnumConstants()), what, text, id);
    }

    /** Parses the name or id of one of some constants, as {@link #parse(Class, String, String, Function)} does for all. */
    public static <E extends Enum<E>> E parse(List<E> valid, String what, String text, Function<E, String> id) {
        return valid.stream()
                .filter(constant -> Stream.of(constant.name(), id.apply(constant))
                        .anyMatch(name -> fold(name).equals(fold(text))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown " + what + " '" + text + "'. Use one of: " + listed(valid, id)));
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("(?<=[a-z])[_-](?=[a-z])", "");
    }

    private static <E extends Enum<E>> String listed(List<E> valid, Function<E, String> id) {
        return valid.stream().map(id).collect(Collectors.joining(", "));
    }
}
