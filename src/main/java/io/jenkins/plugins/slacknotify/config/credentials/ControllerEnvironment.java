package io.jenkins.plugins.slacknotify.config.credentials;

import hudson.EnvVars;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.util.Secret;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The environment variables of the Jenkins process that configure Slack, see {@link EnvironmentVariable}. They stand in for
 * settings that are empty, so that a controller works without a visit to its pages. A setting of the page or of Configuration
 * as Code takes precedence.
 *
 * <p>A process cannot get other variables after its start. What the files contain that they name may change, and is read at
 * each call.
 */
public final class ControllerEnvironment {
    private static final Logger LOGGER = Logger.getLogger(ControllerEnvironment.class.getName());
    private static final ControllerEnvironment OF_THIS_PROCESS = new ControllerEnvironment(System.getenv());

    private final Map<String, String> variables;

    /** @param variables all that are set, by their names */
    public ControllerEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    public static ControllerEnvironment get() {
        return OF_THIS_PROCESS;
    }

    /** Logs which variables are set and what is wrong with them, and hides the secret ones from builds on the controller. */
    @Initializer(fatal = false, after = InitMilestone.PLUGINS_STARTED, before = InitMilestone.JOB_LOADED)
    public static void atStart() {
        get().hideSecrets();
        String found =
                get().set().map(get()::read).map(EnvironmentValue::source).collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            LOGGER.log(Level.INFO, "Slack notifications find in the environment: {0}", found);
        }
        get().problems().forEach(problem -> LOGGER.log(Level.WARNING, "Slack notifications: {0}", problem));
    }

    /**
     * Removes secrets from the environment that Jenkins keeps for builds. If the plugin was installed while Jenkins runs, builds may have
     * run before, so that Jenkins keeps that environment already.
     */
    private void hideSecrets() {
        boolean isAnyInherited = hideSecretsIn(EnvVars.masterEnvVars);
        if (isAnyInherited && !KeptEnvironment.drop(Jenkins.get().getComputer(""))) {
            LOGGER.log(
                    Level.WARNING,
                    "Builds on the controller may find the secrets of Slack in their environment until Jenkins is restarted");
        }
    }

    /** Reads both forms of a variable. */
    public EnvironmentValue read(EnvironmentVariable variable) {
        return EnvironmentReader.read(variables, variable);
    }

    /** The variables of which either form is set, in the order in which the manual lists them. */
    public Stream<EnvironmentVariable> set() {
        return Arrays.stream(EnvironmentVariable.values())
                .filter(variable -> read(variable).isSet());
    }

    /** Returns sentences that say what is wrong with the variables and their files, whether they are used or not. */
    public List<String> problems() {
        return Arrays.stream(EnvironmentVariable.values())
                .map(variable -> read(variable).problem())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The id of the credential that offers a variable; empty where neither form is set. */
    public Optional<String> credentialsId(EnvironmentVariable variable) {
        return read(variable).isSet() ? variable.credentialsId() : Optional.empty();
    }

    /** The id of the credential with the bot token; empty where neither form of the variable is set. */
    public Optional<String> credentialsId() {
        return credentialsId(EnvironmentVariable.BOT_TOKEN);
    }

    /** The value of a variable as a secret. The value need not be valid. */
    Optional<Secret> secret(EnvironmentVariable variable) {
        return read(variable).usable().map(Secret::fromString);
    }

    /** Explains why the bot token cannot be used; empty where it can, or none is set. */
    public Optional<String> tokenError() {
        EnvironmentValue token = read(EnvironmentVariable.BOT_TOKEN);
        return token.usable()
                .map(BotTokenCredentials::validationErrorOf)
                .orElseGet(() -> Optional.ofNullable(token.problem()));
    }

    /** The system channel; empty where it is not set or no channel can have this name. A person is told, in spite of the error. */
    public Optional<String> channel() {
        return read(EnvironmentVariable.CHANNEL).usable().filter(ChannelName::isValid);
    }

    /** Explains why the channel is invalid; empty where it is valid or not set. */
    public Optional<String> channelError() {
        EnvironmentValue channel = read(EnvironmentVariable.CHANNEL);
        try {
            ChannelName.checked(channel.value());
            return channel.value() == null ? Optional.ofNullable(channel.problem()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Removes the secrets from an environment that builds on the controller inherit and could print, and the paths of their
     * files, which such builds may be able to read.
     *
     * @return whether there were any
     */
    boolean hideSecretsIn(Map<String, String> inherited) {
        List<String> secrets = Arrays.stream(EnvironmentVariable.values())
                .filter(EnvironmentVariable::isSecret)
                .flatMap(variable -> Stream.of(variable.variableName(), variable.fileVariableName()))
                .filter(inherited::containsKey)
                .toList();
        secrets.forEach(inherited::remove);
        return !secrets.isEmpty();
    }
}
