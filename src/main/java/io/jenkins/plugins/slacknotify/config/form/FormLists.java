package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** Lists as forms send them. */
public final class FormLists {
    private FormLists() {}

    /** Puts a list with nothing in it where a form says nothing, as it does not mention boxes that are not ticked. */
    public static void ofBoxes(JSONObject form, String... fields) {
        Stream.of(fields).forEach(field -> form.putIfAbsent(field, new JSONArray()));
    }

    /** Makes lists of text areas, an element of each line that is not blank. */
    public static void ofLines(JSONObject form, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof String)
                .forEach(field -> form.put(field, JSONArray.fromObject(lines(form.getString(field)))));
    }

    /** Makes lists of fields for several names, an element of each. */
    public static void ofWords(JSONObject form, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof String)
                .forEach(field -> form.put(field, JSONArray.fromObject(words(form.getString(field)))));
    }

    /** The elements of what a form sends for a list; one alone it sends without a list. */
    public static List<Object> elements(@CheckForNull Object sent) {
        if (sent instanceof JSONArray several) {
            List<Object> elements = new ArrayList<>();
            several.forEach(elements::add);
            return elements;
        }
        return sent == null ? List.of() : List.of(sent);
    }

    /** Several names that are separated by commas or white space. */
    public static List<String> words(@CheckForNull String text) {
        return text == null ? List.of() : stripped(Stream.of(text.split("[,\\s]+")));
    }

    /** The lines of a text area that are not blank, without white space around them. */
    public static List<String> lines(@CheckForNull String text) {
        return text == null ? List.of() : stripped(text.lines());
    }

    /** The same without white space around its elements, and without those that are blank. */
    public static List<String> stripped(@CheckForNull List<String> given) {
        return given == null ? stripped(Stream.empty()) : stripped(given.stream());
    }

    /** A list that can be changed, because that is what is stored most plainly. */
    private static List<String> stripped(Stream<String> given) {
        return given.map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toList());
    }
}
