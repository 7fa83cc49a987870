package io.jenkins.plugins.slacknotify.config.code;

import io.jenkins.plugins.casc.Attribute;
import io.jenkins.plugins.slacknotify.config.form.NoneList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The export of lists whose default is not empty, by the terms of {@link NoneList}.
 *
 * <p>Not loaded where Configuration as Code is missing.
 */
public final class ExportedLists {
    private ExportedLists() {}

    /**
     * Lets the attributes of these names say that their list is empty.
     *
     * @param attributes as Configuration as Code describes a type; they are changed
     * @param lists the getters by the name of the attribute
     */
    public static <T> Set<Attribute<T, ?>> named(
            Set<Attribute<T, ?>> attributes, Map<String, Function<T, List<String>>> lists) {
        attributes.forEach(attribute -> {
            Function<T, List<String>> list = lists.get(attribute.getName());
            if (list != null) {
                read(attribute, list);
            }
        });
        return attributes;
    }

    /** The type of the attribute is that of its elements, though its value is a list. */
    @SuppressWarnings("unchecked")
    private static <T> void read(Attribute<T, ?> attribute, Function<T, List<String>> list) {
        ((Attribute<T, Object>) attribute).getter(target -> NoneList.written(list.apply(target)));
    }
}
