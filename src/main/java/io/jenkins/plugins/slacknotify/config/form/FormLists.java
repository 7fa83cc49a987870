package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** Reads lists out of the JSON that Jenkins' forms send. */
public final class FormLists {
    private FormLists() {}

    /** Adds an empty list for each field that the form leaves out: a form does not mention boxes that are not ticked. */
    public static void addMissing(JSONObject form, String... fields) {
        Stream.of(fields).forEach(field -> form.putIfAbsent(field, new JSONArray()));
    }

    /** Replaces the text of each text area by the list of its lines that are not blank. */
    public static void splitLines(JSONObject form, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof String)
                .forEach(field -> form.put(field, JSONArray.fromObject(lines(form.getString(field)))));
    }

    /** Replaces the text of each field for several names by the list of these names. */
    public static void splitNames(JSONObject form, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof String)
                .forEach(field -> form.put(field, JSONArray.fromObject(names(form.getString(field)))));
    }

    /** Splits text fields of a form at their commas, for what may have blanks in it. */
    public static void splitAtCommas(JSONObject form, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof String)
                .forEach(field -> form.put(
                        field,
                        JSONArray.fromObject(
                                stripped(Stream.of(form.getString(field).split(","))))));
    }

    /** The elements of a list in a form. A form sends a single element without a list around it. */
    public static List<Object> elements(@CheckForNull Object sent) {
        if (sent instanceof JSONArray several) {
            List<Object> elements = new ArrayList<>();
            several.forEach(elements::add);
            return elements;
        }
        return sent == null ? List.of() : List.of(sent);
    }

    /** Splits a text at commas and white space. */
    public static List<String> names(@CheckForNull String text) {
        return text == null ? List.of() : stripped(Stream.of(text.split("[,\\s]+")));
    }

    /** Splits a text into its lines, without blank ones and without white space around each. */
    public static List<String> lines(@CheckForNull String text) {
        return text == null ? List.of() : stripped(text.lines());
    }

    /** Copies a list without blank elements, and without white space around each. */
    public static List<String> stripped(@CheckForNull List<String> given) {
        return given == null ? stripped(Stream.empty()) : stripped(given.stream());
    }

    /** Returns an {@code ArrayList}, which XStream stores as a plain list. */
    private static List<String> stripped(Stream<String> given) {
        return given.map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
