package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parses the values of fields that come from a page or from YAML. */
public final class FieldParser {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}");

    private FieldParser() {}

    /**
     * Strips a text that must not be blank.
     *
     * @param errorIfBlank the message of the exception
     * @throws IllegalArgumentException where the text is blank
     */
    public static String required(@CheckForNull String text, String errorIfBlank) {
        String given = Util.fixEmptyAndTrim(text);
        if (given == null) {
            throw new IllegalArgumentException(errorIfBlank);
        }
        return given;
    }

    /**
     * Parses a name by which rules, jobs and pages refer to something.
     *
     * @param what what has the name, for the message, such as {@code workspace}
     * @throws IllegalArgumentException where the text cannot be such a name
     */
    public static String name(String what, @CheckForNull String text) {
        String given = required(text, "A " + what + " needs a name");
        if (!NAME.matcher(given).matches()) {
            throw new IllegalArgumentException("'" + given + "' is not a name for a " + what
                    + ". Use letters, digits, spaces, dots, - and _, at most 80, beginning with a letter or digit.");
        }
        return given;
    }

    /**
     * Parses a name that also stands in lists, between commas or white space.
     *
     * @param what as in {@link #name}
     * @throws IllegalArgumentException as {@link #name}, or where it has a space
     */
    public static String word(String what, @CheckForNull String text) {
        String given = name(what, text);
        if (given.contains(" ")) {
            throw new IllegalArgumentException("'" + given + "' is not a name for a " + what
                    + ", as several are written one after the other. Write '" + given.replace(' ', '-') + "'.");
        }
        return given;
    }

    /**
     * Parses the id of an enum constant, and returns it as it is stored.
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
     * Parses the id of an enum constant, as {@link #id} does, where one of them means the same as none. A form has one choice for both,
     * so that it could not keep them apart.
     *
     * @param standard what none means
     * @return null where there is none, or it is the standard
     * @throws IllegalArgumentException what {@code parse} throws
     */
    @CheckForNull
    public static <T> String idUnless(
            T standard, @CheckForNull String name, Function<String, T> parse, Function<T, String> id) {
        String given = id(name, parse, id);
        return id.apply(standard).equals(given) ? null : given;
    }

    /**
     * Parses ids of enum constants, and returns them as they are stored, each once.
     *
     * @throws IllegalArgumentException what {@code parse} throws
     */
    public static <T> List<String> ids(
            @CheckForNull List<String> names, Function<String, T> parse, Function<T, String> id) {
        return FormLists.stripped(names).stream().map(parse).map(id).distinct().collect(Collectors.toList());
    }
}
