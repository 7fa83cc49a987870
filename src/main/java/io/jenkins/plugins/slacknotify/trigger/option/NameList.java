package io.jenkins.plugins.slacknotify.trigger.option;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import net.sf.json.util.JSONUtils;

/** A list of names in one text, as people type it into a field: separated by commas, semicolons or white space. */
public final class NameList {
    private NameList() {}

    /** Returns the names in a text; none for null. */
    public static List<String> parse(@CheckForNull String text) {
        return FormLists.names(text);
    }

    /**
     * Joins a list or array to a text, and returns anything else as it is: a pipeline may write either.
     *
     * <p>An empty list becomes a lone comma. That names nobody, but it is not blank, as an option is that was left out.
     */
    public static Object join(Object value) {
        if (value instanceof Object[] several
                && !value.getClass().getComponentType().isArray()) {
            return join(Arrays.asList(several));
        }
        return value instanceof Collection<?> several ? join(several) : value;
    }

    private static String join(Collection<?> several) {
        String joined = several.stream()
                .filter(name -> !JSONUtils.isNull(name))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return joined.isBlank() ? "," : joined;
    }
}
