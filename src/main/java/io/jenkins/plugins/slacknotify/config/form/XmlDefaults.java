package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Completes objects that Jenkins has read from XML.
 *
 * <p>XStream calls no constructor: a field whose element is missing is null, whatever its default is. Our own forms write
 * every element. Job DSL, job builders, configuration management and the REST API write what their authors know of, and an
 * element may be there with nothing, or with something else, in it. So each stored type calls {@link #complete} in its
 * {@code readResolve}, which XStream calls when it has read an object.
 */
public final class XmlDefaults {
    private static final Logger LOGGER = Logger.getLogger(XmlDefaults.class.getName());

    private static final String OWN_PACKAGE = "io.jenkins.plugins.slacknotify.";

    private XmlDefaults() {}

    /**
     * Gives each field that is null its value in a new object, and removes from each list whatever is not of its type, such as
     * null. Looks at the fields of this plugin's classes alone, and not at transient ones.
     *
     * @param fresh a new object of the same class, in which nothing is set
     * @return the object that was read
     */
    public static <T> T complete(T read, T fresh) {
        storedFields(read.getClass()).forEach(field -> complete(field, read, fresh));
        return read;
    }

    /**
     * Gives each field the value that it has in another object of the same class, which a setter may have trimmed, or replaced by
     * null where it was blank.
     *
     * @param accepted whether the value of a field of that name counts
     */
    static void adopt(Object read, Object valid, Predicate<String> accepted) {
        storedFields(read.getClass())
                .filter(field -> accepted.test(field.getName()))
                .forEach(field -> set(field, read, value(field, valid)));
    }

    /**
     * Gives each field that is stored the value that it has in another object of the same class. Each of the two has lists of its own.
     *
     * @return the object that was changed
     */
    public static <T> T copy(T from, T to) {
        storedFields(from.getClass()).forEach(field -> set(field, to, copy(value(field, from))));
        return to;
    }

    /** Returns whether each field that is stored has equal values in two objects of one class. */
    public static <T> boolean haveSameValues(T one, T other) {
        return storedFields(one.getClass()).allMatch(field -> Objects.equals(value(field, one), value(field, other)));
    }

    /** Returns the value of a field that is stored; null where it has none, or there is no such field. */
    @CheckForNull
    static Object value(Object of, String name) {
        return storedFields(of.getClass())
                .filter(field -> field.getName().equals(name))
                .map(field -> value(field, of))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @CheckForNull
    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }

    private static void set(Field field, Object of, @CheckForNull Object value) {
        try {
            field.setAccessible(true);
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot set " + field, e);
        }
    }

    private static Stream<Field> storedFields(Class<?> type) {
        return Stream.<Class<?>>iterate(
                        type, owner -> owner.getName().startsWith(OWN_PACKAGE), owner -> owner.getSuperclass())
                .flatMap(owner -> Arrays.stream(owner.getDeclaredFields()))
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()));
    }

    /**
     * Returns a value as its setter would store it. An invalid one is reported in the log, as nobody is there to be told.
     *
     * @param check throws {@link IllegalArgumentException} where the value is invalid
     * @param otherwise the value that counts instead of an invalid one
     */
    public static <T> T checked(String field, T read, UnaryOperator<T> check, T otherwise) {
        try {
            return check.apply(read);
        } catch (IllegalArgumentException invalid) {
            LOGGER.warning(() -> "Without effect in the stored configuration of Slack notifications: " + field + ". "
                    + invalid.getMessage());
            return otherwise;
        }
    }

    /**
     * Calls the setter of each field that is stored and not final, with the value that the field has in another object of the same class.
     *
     * @return the object whose setters were called
     */
    static <T> T set(T from, T to) {
        storedFields(from.getClass())
                .filter(field -> !Modifier.isFinal(field.getModifiers()))
                .forEach(field -> callSetter(field, to, value(field, from)));
        return to;
    }

    private static void callSetter(Field field, Object of, @CheckForNull Object value) {
        String name = field.getName();
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        try {
            field.getDeclaringClass().getMethod(setter, field.getType()).invoke(of, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot set " + field, e);
        }
    }

    private static void complete(Field field, Object read, Object fresh) {
        Object value = value(field, read);
        if (value == null) {
            set(field, read, copy(value(field, fresh)));
        } else if (value instanceof List<?> list) {
            Class<?> element = elementType(field.getGenericType());
            if (!list.stream().allMatch(element::isInstance)) {
                set(
                        field,
                        read,
                        list.stream().filter(element::isInstance).collect(Collectors.toCollection(ArrayList::new)));
            }
        }
    }

    /** Copies a value if it is a list: two objects must not share a list that one of them may change. */
    @CheckForNull
    private static Object copy(@CheckForNull Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : value;
    }

    private static Class<?> elementType(Type list) {
        return list instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }
}
