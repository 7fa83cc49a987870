package io.jenkins.plugins.slacknotify.event.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the names that people type into pages, pipelines and YAML. */
public final class EnumParser {
    private EnumParser() {}

    /** Ignores case, {@code _} and {@code -}, so that {@code stillFailing} and {@code STILL_FAILING} are one name. */
    public static <E extends Enum<E>> E parse(Class<E> type, String what, String text, Function<E, String> id) {
        return parse(List.of(type.getEnumConstants()), what, text, id);
    }

    /** The same where only some are meant. */
    public static <E extends Enum<E>> E parse(List<E> meant, String what, String text, Function<E, String> id) {
        return meant.stream()
                .filter(constant -> Stream.of(constant.name(), id.apply(constant))
                        .anyMatch(name -> fold(name).equals(fold(text))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown " + what + " '" + text + "'. Use one of: " + listed(meant, id)));
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    private static <E extends Enum<E>> String listed(List<E> meant, Function<E, String> id) {
        return meant.stream().map(id).collect(Collectors.joining(", "));
    }
}
