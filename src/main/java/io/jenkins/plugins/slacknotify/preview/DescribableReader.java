package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Describable;
import hudson.model.TaskListener;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;

/**
 * Makes objects of maps and lists, each by its constructor and setters, so that what these refuse is refused. Says where in the
 * document it is wrong, such as {@code routing.rules[2].events}.
 */
final class DescribableReader {
    private DescribableReader() {}

    /** @throws IllegalArgumentException with the path */
    static <T> T read(String path, @CheckForNull Object given, Class<T> type) {
        DescribableModel<T> model = DescribableModel.of(type);
        Map<String, Object> arguments = new LinkedHashMap<>();
        map(path, given).forEach((key, value) -> {
            DescribableParameter parameter = parameter(model, path, String.valueOf(key));
            arguments.put(parameter.getName(), value(path + "." + parameter.getName(), value, parameter.getRawType()));
        });
        try {
            return model.instantiate(arguments, TaskListener.NULL);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + root(e).getMessage(), e);
        }
    }

    private static Map<?, ?> map(String path, @CheckForNull Object given) {
        if (given == null) {
            return Map.of();
        }
        if (given instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(Messages.DescribableReader_noMap(path));
    }

    private static DescribableParameter parameter(DescribableModel<?> model, String path, String key) {
        return model.getParameters().stream()
                .filter(known -> known.getName().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Messages.DescribableReader_unknown(
                        path,
                        key,
                        String.join(
                                ", ",
                                model.getParameters().stream()
                                        .map(DescribableParameter::getName)
                                        .toList()))));
    }

    @CheckForNull
    private static Object value(String path, @CheckForNull Object given, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return given == null ? List.of() : elements(path, given, list.getActualTypeArguments()[0]);
        }
        if (type == String.class && (given instanceof Number || given instanceof Boolean)) {
            return given.toString();
        }
        if (given instanceof Map || given instanceof List || type == boolean.class && !(given instanceof Boolean)) {
            throw new IllegalArgumentException(Messages.DescribableReader_noValue(path));
        }
        return given;
    }

    private static List<Object> elements(String path, Object given, Type type) {
        if (!(given instanceof List<?> list)) {
            throw new IllegalArgumentException(Messages.DescribableReader_noList(path));
        }
        return IntStream.range(0, list.size())
                .mapToObj(index -> element(path + "[" + index + "]", list.get(index), type))
                .toList();
    }

    private static Object element(String path, @CheckForNull Object given, Type type) {
        if (type instanceof Class<?> described && Describable.class.isAssignableFrom(described)) {
            return read(path, given, described);
        }
        Object value = value(path, given, type);
        if (value == null) {
            throw new IllegalArgumentException(Messages.DescribableReader_noValue(path));
        }
        return value;
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
