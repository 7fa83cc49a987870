package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what pages and YAML give. */
public final class FieldParser {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}");

    private FieldParser() {}

    /** @throws IllegalArgumentException with that complaint where there is nothing but white space */
    public static String required(@CheckForNull String text, String complaint) {
        String given = Util.fixEmptyAndTrim(text);
        if (given == null) {
            throw new IllegalArgumentException(complaint);
        }
        return given;
    }

    /** @throws IllegalArgumentException where that is no name by which rules, jobs and pages could refer to something */
    public static String name(String what, @CheckForNull String text) {
        String given = required(text, "A " + what + " needs a name");
        if (!NAME.matcher(given).matches()) {
            throw new IllegalArgumentException("'" + given + "' is no name for a " + what
                    + ". Use letters, digits, spaces, dots, - and _, at most 80, beginning with a letter or digit.");
        }
        return given;
    }

    /**
     * The same for a name that stands in lists, between commas or white space.
     *
     * @throws IllegalArgumentException as {@link #name}, or where it has a space
     */
    public static String word(String what, @CheckForNull String text) {
        String given = name(what, text);
        if (given.contains(" ")) {
            throw new IllegalArgumentException("'" + given + "' is no name for a " + what
                    + ", as several are written one after the other. Write '" + given.replace(' ', '-') + "'.");
        }
        return given;
    }

    /**
     * The name in the form in which it is stored.
     *
     * @return null where there is none
     * @throws IllegalArgumentException what {@code parse} throws
     */
    @CheckForNull
    public static <T> String id(@CheckForNull String name, Function<String, T> parse, Function<T, String> id) {
        String given = Util.fixEmptyAndTrim(name);
        return given == null ? null : id.apply(parse.apply(given));
    }

    /**
     * The names in the form in which they are stored.
     *
     * @throws IllegalArgumentException what {@code parse} throws
     */
    public static <T> List<String> ids(
            @CheckForNull List<String> names, Function<String, T> parse, Function<T, String> id) {
        return FormLists.stripped(names).stream().map(parse).map(id).distinct().collect(Collectors.toList());
    }
}
