package io.jenkins.plugins.slacknotify.config.code;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.casc.Attribute;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import io.jenkins.plugins.casc.model.Scalar;
import io.jenkins.plugins.casc.model.Sequence;
import io.jenkins.plugins.slacknotify.config.form.WholeNumber;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses the values of a YAML file that Configuration as Code would silently change: it reads what is not a whole number as zero or null,
 * and what is neither true nor false as false ({@code PrimitiveConfigurator} has Stapler convert it, which keeps its default where
 * it cannot). An empty text still stands for false, as of a variable that is not set. Where a list is wanted, a lone text is a list of one.
 *
 * <p>Not loaded where that plugin is missing.
 */
public final class ScalarChecks {
    /** The texts that Stapler reads as true or false. */
    private static final Set<String> TRUTHS = Set.of("", "true", "false", "yes", "no", "y", "n", "on", "off", "1", "0");

    private final String path;
    private final Map<String, WholeNumber> numbers;

    private ScalarChecks(String path, Map<String, WholeNumber> numbers) {
        this.path = path;
        this.numbers = numbers;
    }

    /**
     * Creates the checks for the attributes of one type.
     *
     * @param path that of the mapping in the file; empty where it is one of a list
     * @param numbers the attributes that are whole numbers; of others, no more than that is known
     */
    public static ScalarChecks of(String path, WholeNumber... numbers) {
        return new ScalarChecks(
                path.isEmpty() ? "" : path + ".",
                Stream.of(numbers).collect(Collectors.toMap(WholeNumber::option, Function.identity())));
    }

    /**
     * Checks a mapping before its attributes are set. Takes away in it the white space around numbers and truth values, as the line of
     * a file has behind it: Stapler makes false of that. Makes lists of lone texts.
     *
     * @throws ConfiguratorException with the paths, the values, and what to write; its cause is an {@link IllegalArgumentException}, as of
     *     a setter
     */
    public void require(
            Mapping config, Collection<? extends Attribute<?, ?>> attributes, ConfigurationContext context) {
        UnaryOperator<String> resolve =
                value -> context.getSecretSourceResolver().resolve(value);
        String errors = attributes.stream()
                .flatMap(attribute -> config.entrySet().stream()
                        .filter(entry -> attribute.getName().equalsIgnoreCase(entry.getKey()))
                        .flatMap(entry ->
                                errorOf(attribute.getName(), attribute.getType(), entry.getValue(), resolve).stream()))
                .collect(Collectors.joining(" "));
        if (!errors.isEmpty()) {
            throw new ConfiguratorException(errors, new IllegalArgumentException(errors));
        }
        attributes.forEach(attribute -> config.replaceAll((name, node) -> {
            if (!attribute.getName().equalsIgnoreCase(name)) {
                return node;
            }
            return attribute.isMultiple() ? listed(node) : stripped(attribute.getType(), node, resolve);
        }));
    }

    /** Returns the value of a list: {@code to: '#ops'} is what people write for {@code to: ['#ops']}. */
    @CheckForNull
    static CNode listed(@CheckForNull CNode node) {
        if (!(node instanceof Scalar)) {
            return node;
        }
        Sequence one = new Sequence();
        one.add(node);
        return one;
    }

    /** Returns the value of one attribute as it is to be set, on the terms of {@link #require}. */
    @CheckForNull
    static CNode stripped(Class<?> type, @CheckForNull CNode node, UnaryOperator<String> resolve) {
        if (!(node instanceof Scalar scalar) || !isNumber(type) && !isTruth(type)) {
            return node;
        }
        String value = resolve.apply(scalar.toString());
        String stripped = value.strip();
        return stripped.equals(value) ? node : new Scalar(stripped);
    }

    /**
     * Checks the value of one attribute.
     *
     * @param node null for a value that is left out behind its name, as if the name was left out, too
     * @param resolve replaces variables; the message quotes the value as it stands in the file, as a variable may be a secret
     */
    Optional<String> errorOf(String name, Class<?> type, @CheckForNull CNode node, UnaryOperator<String> resolve) {
        if (node == null || !isNumber(type) && !isTruth(type)) {
            return Optional.empty();
        }
        String hint = isTruth(type) ? Messages.ScalarChecks_truth() : hint(name);
        if (!(node instanceof Scalar scalar)) {
            return Optional.of(path + name + ": " + Messages.ScalarChecks_several(hint));
        }
        String written = scalar.toString();
        String value = resolve.apply(written);
        return (isTruth(type) ? TRUTHS.contains(value.strip().toLowerCase(Locale.ROOT)) : isWhole(name, value))
                ? Optional.empty()
                : Optional.of(path + name + ": " + WholeNumber.refusal(written, hint));
    }

    private String hint(String name) {
        WholeNumber number = numbers.get(name);
        return number == null ? Messages.ScalarChecks_number() : number.hint().get();
    }

    private boolean isWhole(String name, String value) {
        WholeNumber number = numbers.get(name);
        return number == null ? WholeNumber.read(value) != null : number.accepts(value);
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    private static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }
}
