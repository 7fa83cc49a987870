package io.jenkins.plugins.slacknotify.templates;

import hudson.model.AbstractBuild;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The variables of a run that Jenkins knows to be secret: sensitive parameters, such as passwords, and those that build
 * wrappers of freestyle jobs declare, such as credentials that they bind. Macros must not reveal them: {@code ENV} would, to
 * whoever may write a template, and the log may contain them.
 *
 * @param names of the variables
 * @param values of the variables in the environment of the run
 */
record SecretVariables(Set<String> names, Set<String> values) {
    /** The least length of a value that is searched for within a text. A shorter one may stand in any text by chance. */
    private static final int MIN_SEARCHED_LENGTH = 4;

    static SecretVariables of(Run<?, ?> run) throws BrokenTemplateException {
        Set<String> names = names(run);
        try {
            Map<String, String> environment = names.isEmpty() ? Map.of() : run.getEnvironment(TaskListener.NULL);
            return new SecretVariables(
                    names,
                    names.stream()
                            .map(environment::get)
                            .filter(Objects::nonNull)
                            .filter(value -> !value.isBlank())
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new BrokenTemplateException("What of the build is secret cannot be found out: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenTemplateException("What of the build is secret could not be found out in time.");
        }
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

    /** Whether a macro names one of the variables. */
    boolean areUsedIn(String macro) {
        return names.stream()
                .anyMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(macro)
                        .find());
    }

    /** Whether a text contains the value of one of the variables; a short value counts only as the whole text. */
    boolean areContainedIn(String text) {
        return values.stream()
                .anyMatch(value ->
                        value.length() < MIN_SEARCHED_LENGTH ? text.strip().equals(value) : text.contains(value));
    }
}
