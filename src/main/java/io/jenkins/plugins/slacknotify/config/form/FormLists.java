package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/**
 * Reads lists out of the JSON that Jenkins' forms send, and writes them for the fields of forms.
 *
 * <p>In a field of several names, a name in which a separator stands is written in double quotes, with each double quote in it doubled.
 * So what a form shows is read again as the same list. Such a field also takes what people copy from elsewhere: the recipients of a mail,
 * such as {@code Ada Lovelace <ada@example.com>; cc:bob@example.com}, which are their addresses alone, and Slack's markup.
 */
public final class FormLists {
    private static final String BLANK = PastedText.BLANK;

    private static final String QUOTED = "\"([^\"]*+(?:\"\"[^\"]*+)*+)\"";

    /** An address in angle brackets, as mail programs and Slack write it, with the name for people before it. */
    private static final String MAILBOX = "(?:\"[^\"\\n]{0,100}+\"[" + BLANK
            + "]{0,9}+|[^,;<>\"@#\\n]{0,100}+)<(?:mailto:)?([^<>|@\\s]++@[^<>|@\\s]++)(?:\\|[^<>]*+)?>";

    /**
     * An address as other fields for recipients have it: with what kind of recipient it is before it, and the name for people in
     * parentheses behind it.
     */
    private static final String ADDRESS = "(?:(?i:mailto|to|cc|bcc):[" + BLANK + "]{0,9}+)?([^<>|@,;:()\"#" + BLANK
            + "]++@[^<>|,;()\"" + BLANK + "]++)(?:[" + BLANK + "]{1,9}+\\([^()]{0,100}+\\))?(?=[,;" + BLANK + "]|\\z)";

    /** Slack's markup of a mention or a channel, which may have a label of several words. */
    private static final String MARKUP = "<[@!#][^<>]*+>";

    private static final Pattern NAME = Pattern.compile(
            MAILBOX + "|" + ADDRESS + "|" + QUOTED + "(?=[,;" + BLANK + "]|\\z)|" + MARKUP + "|[^,;" + BLANK + "]+");
    private static final Pattern BETWEEN_COMMAS = Pattern.compile("\\s*" + QUOTED + "\\s*(?=,|\\z)|[^,]+");
    private static final Pattern SEPARATOR_OF_NAMES = Pattern.compile("[,;<" + BLANK + "]");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern COMMA_AND_BLANK = Pattern.compile(",\\s+");

    private FormLists() {}

    /** Adds an empty list for each field that the form leaves out: a form does not mention boxes that are not ticked. */
    public static void addMissing(JSONObject form, String... fields) {
        Stream.of(fields).forEach(field -> form.putIfAbsent(field, new JSONArray()));
    }

    /** Removes each field that is blank, so that its default counts. Stapler would set a number to null or zero. */
    public static void removeBlank(JSONObject form, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof String text && text.isBlank())
                .forEach(form::remove);
    }

    /** Makes a text of each number that no page has sent, but a script: of 0.5, Stapler would make zero, and of the text nothing. */
    public static void numbersAsText(JSONObject form, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof Number)
                .forEach(field -> form.put(field, form.get(field).toString()));
    }

    /** Replaces the text of each text area by the list of its lines that are not blank. */
    public static void splitLines(JSONObject form, String... fields) {
        split(form, FormLists::lines, fields);
    }

    /** Replaces the text of each field for several names by the list of these names. */
    public static void splitNames(JSONObject form, String... fields) {
        split(form, FormLists::names, fields);
    }

    /** Splits text fields of a form at their commas, for what may have blanks in it. */
    public static void splitAtCommas(JSONObject form, String... fields) {
        split(form, FormLists::betweenCommas, fields);
    }

    private static void split(JSONObject form, Function<String, List<String>> parts, String... fields) {
        Stream.of(fields)
                .filter(field -> form.get(field) instanceof String)
                .forEach(field -> form.put(field, JSONArray.fromObject(parts.apply(form.getString(field)))));
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

    /**
     * Splits a text at commas, semicolons and white space that do not stand in quotes. Of a recipient of a mail, only the address counts.
     */
    public static List<String> names(@CheckForNull String text) {
        return text == null ? List.of() : stripped(NAME.matcher(text).results().map(FormLists::name));
    }

    private static String name(MatchResult found) {
        return Stream.of(1, 2)
                .map(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> unquoted(found, 3));
    }

    /** Splits a text at commas that do not stand in quotes. */
    public static List<String> betweenCommas(@CheckForNull String text) {
        return text == null
                ? List.of()
                : stripped(BETWEEN_COMMAS.matcher(text).results().map(found -> unquoted(found, 1)));
    }

    /** @param quotes the group of what stands in quotes */
    private static String unquoted(MatchResult found, int quotes) {
        String quoted = found.group(quotes);
        return quoted == null ? found.group() : quoted.replace("\"\"", "\"");
    }

    /** Writes a list for a field that {@link #splitNames} splits. */
    public static String joinNames(@CheckForNull List<String> names) {
        return join(
                names,
                name -> SEPARATOR_OF_NAMES.matcher(name).find() || !names(name).equals(List.of(name)));
    }

    /** Writes a list for a field that {@link #splitAtCommas} splits. */
    public static String joinWithCommas(@CheckForNull List<String> texts) {
        return join(texts, text -> COMMA.matcher(text).find());
    }

    private static String join(@CheckForNull List<String> texts, Predicate<String> isMisread) {
        return stripped(texts).stream()
                .map(text ->
                        text.startsWith("\"") || isMisread.test(text) ? '"' + text.replace("\"", "\"\"") + '"' : text)
                .collect(Collectors.joining(", "));
    }

    /** Splits a text into its lines, without blank ones and without white space around each. */
    public static List<String> lines(@CheckForNull String text) {
        return text == null ? List.of() : stripped(text.lines());
    }

    /**
     * Copies a list without blank elements, and without white space around each. Scripts put null in a list where a variable is not set.
     */
    public static List<String> stripped(@CheckForNull List<String> given) {
        return given == null ? stripped(Stream.empty()) : stripped(given.stream());
    }

    /** Copies a list into one that can be changed, and that XStream stores as a plain list; null becomes an empty list. */
    public static <T> List<T> copy(@CheckForNull List<T> given) {
        return given == null ? new ArrayList<>() : new ArrayList<>(given);
    }

    /** Splits each element at the commas that blanks follow, for names that have no blanks. */
    public static List<String> splitAtCommasAndBlanks(@CheckForNull List<String> given) {
        return stripped(stripped(given).stream().flatMap(COMMA_AND_BLANK::splitAsStream));
    }

    /** Returns an {@code ArrayList}, which XStream stores as a plain list. */
    private static List<String> stripped(Stream<String> given) {
        return given.filter(Objects::nonNull)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
