package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Describable;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.config.code.YamlVariables;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;

/**
 * Makes describable objects of maps and lists, each by its data-bound constructor and setters, so that what these
 * refuse is refused.
 *
 * <p>Variables in texts are replaced as Configuration as Code does it. Its errors name the place in the document, such as
 * {@code routing.rules[2].events}.
 */
final class DescribableReader {
    private DescribableReader() {}

    /**
     * Makes an object of the given type.
     *
     * @param path the place in the document, for errors
     * @param node a map of the object's properties; null for none
     * @throws IllegalArgumentException with the path and what is wrong
     */
    static <T> T read(String path, @CheckForNull Object node, Class<T> type) {
        DescribableModel<T> model = DescribableModel.of(type);
        Map<String, Object> arguments = new LinkedHashMap<>();
        map(path, node).forEach((key, value) -> {
            DescribableParameter parameter = parameter(model, path, String.valueOf(key));
            arguments.put(parameter.getName(), value(path + "." + parameter.getName(), value, parameter.getRawType()));
        });
        try {
            return model.instantiate(arguments, TaskListener.NULL);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + root(e).getMessage(), e);
        }
    }

    private static Map<?, ?> map(String path, @CheckForNull Object node) {
        if (node == null) {
            return Map.of();
        }
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(Messages.DescribableReader_noMap(path));
    }

    private static DescribableParameter parameter(DescribableModel<?> model, String path, String key) {
        return model.getParameters().stream()
                .filter(candidate -> candidate.getName().equals(key))
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
    private static Object value(String path, @CheckForNull Object node, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return node == null ? List.of() : elements(path, node, list.getActualTypeArguments()[0]);
        }
        if (type == String.class && (node instanceof Number || node instanceof Boolean)) {
            return node.toString();
        }
        if (node instanceof Map || node instanceof List || type == boolean.class && !(node instanceof Boolean)) {
            throw new IllegalArgumentException(Messages.DescribableReader_noValue(path));
        }
        return node instanceof String text ? YamlVariables.resolved(text) : node;
    }

    private static List<Object> elements(String path, Object node, Type type) {
        if (node instanceof String text && type == String.class) {
            // Configuration as Code takes a lone text for a list of one, too.
            return elements(path, List.of(text), type);
        }
        if (!(node instanceof List<?> list)) {
            throw new IllegalArgumentException(Messages.DescribableReader_noList(path));
        }
        return IntStream.range(0, list.size())
                .mapToObj(index -> element(path + "[" + index + "]", list.get(index), type))
                .toList();
    }

    private static Object element(String path, @CheckForNull Object node, Type type) {
        if (type instanceof Class<?> described && Describable.class.isAssignableFrom(described)) {
            return read(path, node, described);
        }
        Object value = value(path, node, type);
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
