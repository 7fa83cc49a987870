package io.jenkins.plugins.slacknotify.trigger.option;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Several names in one text, as people type them into a field: separated by commas or white space. */
public final class NameList {
    private NameList() {}

    public static List<String> parse(@CheckForNull String text) {
        return FormLists.names(text);
    }

    /**
     * A list becomes such a text, as a pipeline may write either; anything else stays what it is. One that is empty becomes a
     * lone comma, which names nobody either, but is not blank, as what was left out is.
     */
    public static Object join(Object value) {
        return value instanceof Collection<?> several ? join(several) : value;
    }

    private static String join(Collection<?> several) {
        String joined =
                several.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(", "));
        return joined.isBlank() ? "," : joined;
    }
}
