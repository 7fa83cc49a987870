package io.jenkins.plugins.slacknotify.templates;

import hudson.EnvVars;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The parameters and environment variables of a run, as a text for others may show them: what Jenkins knows to be secret is
 * masked, also where it is a part of another variable.
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
