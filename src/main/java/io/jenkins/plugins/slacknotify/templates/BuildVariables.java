package io.jenkins.plugins.slacknotify.templates;

import hudson.EnvVars;
import hudson.model.Job;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The parameters and environment variables of a run, as a text for others may show them: what Jenkins knows to be secret is
 * masked, even where it is a part of another variable.
 */
public final class BuildVariables {
    private static final String MASK = "****";

    private final EnvVars variables;

    private BuildVariables(Map<String, String> variables) {
        this.variables = new EnvVars(variables);
    }

    /** Returns the variables of a run. On the thread of a build, as it asks the agent that the build runs on. */
    public static BuildVariables of(Run<?, ?> run, TaskListener console) throws IOException, InterruptedException {
        EnvVars environment = run.getEnvironment(console);
        SecretVariables secrets = SecretVariables.of(run, environment);
        return new BuildVariables(environment.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> secrets.mask(it.getKey(), it.getValue(), MASK))));
    }

    /** Returns the variables of a build that Jenkins has lost, which are those that its job and number say. */
    public static BuildVariables ofLostBuild(Job<?, ?> job, int number) {
        return new BuildVariables(Map.of(
                "JOB_NAME", job.getFullName(),
                "JOB_BASE_NAME", job.getName(),
                "BUILD_NUMBER", String.valueOf(number),
                "BUILD_ID", String.valueOf(number),
                "BUILD_DISPLAY_NAME", "#" + number));
    }

    /** Returns the variables of a run that need nobody else's code: those of its job and number, and its parameters. */
    public static BuildVariables ofParameters(Run<?, ?> run) {
        Map<String, String> known = new HashMap<>(ofLostBuild(run.getParent(), run.getNumber()).variables);
        for (ParametersAction parameters : run.getActions(ParametersAction.class)) {
            for (ParameterValue parameter : parameters.getAllParameters()) {
                text(parameter).ifPresent(value -> known.put(parameter.getName(), value));
            }
        }
        return new BuildVariables(known);
    }

    /** Empty for a parameter that is no text, such as a file. */
    private static Optional<String> text(ParameterValue parameter) {
        Object value = parameter.isSensitive() ? MASK : parameter.getValue();
        return value instanceof String || value instanceof Boolean || value instanceof Number
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    /** Returns the same variables with other values, for example escaped ones. */
    public BuildVariables map(UnaryOperator<String> change) {
        return new BuildVariables(variables.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> change.apply(it.getValue()))));
    }

    /** Replaces {@code $NAME} and <code>${NAME}</code>, as in any field of a freestyle job. What is no variable stays. */
    public String expand(String text) {
        return variables.expand(text);
    }

    /** The value of a variable; empty where there is none. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
