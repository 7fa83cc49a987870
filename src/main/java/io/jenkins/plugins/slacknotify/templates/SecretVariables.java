package io.jenkins.plugins.slacknotify.templates;

import hudson.Util;
import hudson.model.AbstractBuild;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables of a run that Jenkins knows to be secret: sensitive parameters, such as passwords, and those that build
 * wrappers of freestyle jobs declare, such as credentials that they bind. Macros must not reveal them: {@code ENV} would, to
 * whoever may write a template, and the log may contain them.
 *
 * @param names of the variables
 * @param values of the variables in the environment of the run, and each longer line of those that have several, as a log has them
 */
record SecretVariables(Set<String> names, Set<String> values) {
    /** The least length of a value that is searched for within a text. A shorter one may stand in any text by chance. */
    private static final int MIN_SEARCHED_LENGTH = 4;

    /** The least length of a line of a value that is searched for by itself. */
    private static final int MIN_LINE_LENGTH = 8;

    /** An escape in an argument of a macro: a character by its number, or any other one by itself. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u+(\\p{XDigit}{4})|(.))", Pattern.DOTALL);

    SecretVariables {
        values = values.stream()
                .flatMap(value -> Stream.concat(Stream.of(value), longLines(value)))
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> longLines(String value) {
        return value.lines().map(String::strip).filter(line -> line.length() >= MIN_LINE_LENGTH);
    }

    /** @throws BrokenTemplateException where it cannot be found out what is secret */
    static SecretVariables of(Run<?, ?> run) throws BrokenTemplateException {
        try {
            return names(run).isEmpty()
                    ? new SecretVariables(Set.of(), Set.of())
                    : of(run, run.getEnvironment(TaskListener.NULL));
        } catch (IOException e) {
            throw new BrokenTemplateException("What of the build is secret cannot be found out: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenTemplateException("What of the build is secret could not be found out in time.");
        }
    }

    static SecretVariables of(Run<?, ?> run, Map<String, String> environment) {
        Set<String> names = names(run);
        return new SecretVariables(
                names,
                names.stream()
                        .map(environment::get)
                        .filter(Objects::nonNull)
                        .filter(value -> !value.isBlank())
                        .collect(Collectors.toSet()));
    }

    private static Set<String> names(Run<?, ?> run) {
        Set<String> names = new HashSet<>();
        for (ParametersAction parameters : run.getActions(ParametersAction.class)) {
            parameters.getAllParameters().stream()
                    .filter(ParameterValue::isSensitive)
                    .map(ParameterValue::getName)
                    .forEach(names::add);
        }
        if (run instanceof AbstractBuild<?, ?> build) {
            names.addAll(build.getSensitiveBuildVariables());
        }
        return names;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether a macro names one of the variables, also with escapes, which the Token Macro plugin takes back. */
    boolean areUsedIn(String macro) {
        return Stream.of(macro, macro.replace("\\", ""), unescaped(macro)).anyMatch(this::areNamedIn);
    }

    private boolean areNamedIn(String macro) {
        return names.stream()
                .anyMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(macro)
                        .find());
    }

    private static String unescaped(String macro) {
        return ESCAPED.matcher(macro)
                .replaceAll(it -> Matcher.quoteReplacement(
                        it.group(1) == null ? it.group(2) : Character.toString(Integer.parseInt(it.group(1), 16))));
    }

    /** Masks a variable that is secret, and every secret that is a part of another variable. */
    String mask(String name, String value, String mask) {
        if (names.stream().anyMatch(name::equalsIgnoreCase)) {
            return mask;
        }
        String masked = value;
        for (String secret : values) {
            if (secret.length() >= MIN_SEARCHED_LENGTH) {
                masked = masked.replace(secret, mask);
            } else if (masked.strip().equals(secret)) {
                return mask;
            }
        }
        return masked;
    }

    /**
     * Whether a text contains the value of one of the variables, as it is or escaped for HTML; a short value counts only as the
     * whole text.
     */
    boolean areContainedIn(String text) {
        return values.stream()
                .flatMap(value -> Stream.of(value, Util.xmlEscape(value)))
                .anyMatch(value ->
                        value.length() < MIN_SEARCHED_LENGTH ? text.strip().equals(value) : text.contains(value));
    }

    /** Whether the log of a run contains the value of one of the variables. Reads it line by line. */
    boolean areContainedInLog(Run<?, ?> run) throws BrokenTemplateException {
        if (values.isEmpty()) {
            return false;
        }
        try (BufferedReader log = new BufferedReader(run.getLogReader())) {
            return log.lines().anyMatch(this::areContainedIn);
        } catch (IOException | UncheckedIOException e) {
            throw new BrokenTemplateException("The log of the build cannot be read: " + e.getMessage());
        }
    }
}
