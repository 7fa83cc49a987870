package io.jenkins.plugins.slacknotify.config.form;

import java.lang.reflect.Field;

/** Elements of lists as Jenkins reads them from a file that somebody has written: no constructor and no setter is asked. */
public final class StoredElements {
    private StoredElements() {}

    /**
     * Gives a field of an element the value that stands in the file, and completes the element as XStream does.
     *
     * @return the element
     */
    @SuppressWarnings("unchecked")
    public static <T extends ListElement> T read(T element, String field, Object value) {
        try {
            Field declared = element.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(element, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return (T) element.readResolve();
    }
}
