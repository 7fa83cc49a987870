package io.jenkins.plugins.slacknotify.config.credentials;

import hudson.EnvVars;
import hudson.Util;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.util.Secret;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The environment variables of the Jenkins process that configure Slack. They stand in for settings that are empty, so that a
 * controller works without a visit to its pages. A setting of the page or of Configuration as Code takes precedence.
 *
 * <p>The variables are read once, when Jenkins starts: a process cannot get other variables later.
 */
public final class ControllerEnvironment {
    /** The id of the credential of scope {@code SYSTEM} that has the token of {@link #BOT_TOKEN}. */
    public static final String CREDENTIALS_ID = "slack-notify-environment";

    public static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    public static final String CHANNEL = "SLACK_CHANNEL";

    private static final List<String> RESERVED =
            List.of("SLACK_APP_CLIENT_ID", "SLACK_APP_CLIENT_SECRET", "SLACK_SECRET");
    private static final List<String> SECRETS = List.of(BOT_TOKEN, "SLACK_APP_CLIENT_SECRET", "SLACK_SECRET");

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

    /** Logs which variables are set, and hides the secret ones from builds on the controller. */
    @Initializer(after = InitMilestone.PLUGINS_STARTED, before = InitMilestone.JOB_LOADED)
    public static void atStart() {
        get().hideSecretsIn(EnvVars.masterEnvVars);
        List<String> found = get().names().toList();
        if (!found.isEmpty()) {
            LOGGER.log(Level.INFO, "Slack notifications find in the environment: {0}", String.join(", ", found));
        }
    }

    /** {@link #CREDENTIALS_ID} where a token is set; otherwise empty. */
    public Optional<String> credentialsId() {
        return variable(BOT_TOKEN).map(token -> CREDENTIALS_ID);
    }

    /** The token as it is set; it need not be a valid bot token. */
    Optional<Secret> token() {
        return variable(BOT_TOKEN).map(Secret::fromString);
    }

    /** Explains why the token is invalid; empty where it is valid or not set. */
    public Optional<String> tokenError() {
        return variable(BOT_TOKEN).flatMap(BotTokenCredentials::validationErrorOf);
    }

    /** The system channel; empty where it is not set or no channel can have this name. */
    public Optional<String> channel() {
        return variable(CHANNEL).filter(name -> channelError().isEmpty());
    }

    /** Explains why the channel is invalid; empty where it is valid or not set. */
    public Optional<String> channelError() {
        try {
            ChannelName.checked(variable(CHANNEL).orElse(null));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The names of the variables that are set, in the order in which the manual lists them. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(BOT_TOKEN, CHANNEL), RESERVED.stream())
                .filter(name -> variable(name).isPresent());
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(Util.fixEmptyAndTrim(variables.get(name)));
    }

    /** Removes the secrets from an environment that builds on the controller inherit and could print. */
    void hideSecretsIn(Map<String, String> inherited) {
        SECRETS.forEach(inherited::remove);
    }
}
