package io.jenkins.plugins.slacknotify.config.form;

import org.jvnet.localizer.ResourceBundleHolder;

/**
 * The labels of choices by their ids, in the language of the reader: in {@code Messages.properties} of this package, a choice has its name
 * at {@code FIELD.ID} and its description at {@code FIELD.ID.description}.
 *
 * @param field what is chosen, such as {@code EventKindLabels}
 */
record ChoiceLabels(String field) {
    /** @throws java.util.MissingResourceException where there is no such choice */
    String name(String id) {
        return text(field + "." + id);
    }

    /** @throws java.util.MissingResourceException where there is no such choice */
    String description(String id) {
        return text(field + "." + id + ".description");
    }

    private static String text(String key) {
        return ResourceBundleHolder.get(Messages.class).format(key);
    }
}
