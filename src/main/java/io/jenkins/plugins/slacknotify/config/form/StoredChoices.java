package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.ListBoxModel;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds to the choices of a field what is stored there and is none of them: somebody has written it by hand, or a newer version of the
 * plugin has. A form that did not show it would not send it, and a condition would be gone when somebody saves the page for another
 * reason. As the form sends it, the setter says what is wrong with it.
 */
public final class StoredChoices {
    private StoredChoices() {}

    /**
     * Adds a ticked box for each stored id that has none.
     *
     * @param offered all boxes of a field
     */
    public static List<CheckboxOption> boxes(List<CheckboxOption> offered, Collection<String> stored) {
        List<String> known = offered.stream().map(CheckboxOption::id).toList();
        return Stream.concat(
                        offered.stream(),
                        stored.stream()
                                .filter(id -> !known.contains(id))
                                .distinct()
                                .map(CheckboxOption::unknown))
                .toList();
    }

    /**
     * Adds a chosen item for a stored value that has none.
     *
     * @param offered all items of a field
     * @param stored null or empty for none
     */
    public static ListBoxModel items(ListBoxModel offered, @CheckForNull String stored) {
        if (stored != null && !stored.isEmpty() && offered.stream().noneMatch(item -> item.value.equals(stored))) {
            offered.add(new ListBoxModel.Option(label(stored), stored, true));
        }
        return offered;
    }

    static String label(String stored) {
        return Messages.StoredChoices_unknown(stored);
    }
}
