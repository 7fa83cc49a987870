package io.jenkins.plugins.slacknotify.reflection;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.lang.reflect.Field;
import java.util.List;

/**
 * An object of a plugin that this one is not built with, so that what it has is called by name.
 *
 * <p>Such a name may be missing in another version of that plugin, which {@link ForeignMemberException} says.
 */
public record ForeignObject(Object object) {
    public ForeignObject {
        requireNonNull(object, "object");
    }

    /** Whether its class has a name, without its package; a class that only extends such a one has not. */
    public static boolean isCalled(Object object, String simpleName) {
        return object.getClass().getSimpleName().equals(simpleName);
    }

    /**
     * Calls a public method without parameters.
     *
     * @throws ForeignMemberException where there is none, it may not be called, or it fails
     */
    @CheckForNull
    public Object call(String method) {
        return call(method, List.of());
    }

    /**
     * Calls a public method.
     *
     * @param types of its parameters, one for each argument
     * @throws ForeignMemberException where there is none, it may not be called, or it fails
     */
    @CheckForNull
    public Object call(String method, List<Class<?>> types, Object... arguments) {
        return read(
                method,
                () -> object.getClass()
                        .getMethod(method, types.toArray(Class<?>[]::new))
                        .invoke(object, arguments));
    }

    /**
     * Returns the value of a public field.
     *
     * @throws ForeignMemberException where there is none, or it may not be read
     */
    @CheckForNull
    public Object field(String name) {
        return read(name, () -> object.getClass().getField(name).get(object));
    }

    /**
     * Returns the value of a field of the class itself, whoever may read it.
     *
     * @throws ForeignMemberException where there is none, or it cannot be opened
     */
    @CheckForNull
    public Object ownField(String name) {
        return read(name, () -> {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        });
    }

    private interface Read {
        Object get() throws ReflectiveOperationException;
    }

    @CheckForNull
    private Object read(String name, Read read) {
        try {
            return read.get();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            throw new ForeignMemberException(object.getClass().getName() + "." + name + " cannot be used", e);
        }
    }

    /** Something that another plugin's object lacks in this version, keeps to itself, or fails at. */
    public static final class ForeignMemberException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ForeignMemberException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
