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
 * What the environment of the Jenkins process says about Slack. It stands in for what the page leaves empty, so that a
 * controller needs no click; where the page or Configuration as Code says something, that goes before it.
 *
 * <p>Read once, when Jenkins starts: a process cannot get other variables later.
 */
public final class ControllerEnvironment {
    /** The credential that has the token, among those of the system. */
    public static final String CREDENTIALS_ID = "slack-notify-environment";

    public static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    public static final String CHANNEL = "SLACK_CHANNEL";

    private static final List<String> RESERVED =
            List.of("SLACK_APP_CLIENT_ID", "SLACK_APP_CLIENT_SECRET", "SLACK_SECRET");
    private static final List<String> SECRETS = List.of(BOT_TOKEN, "SLACK_APP_CLIENT_SECRET", "SLACK_SECRET");

    private static final Logger LOGGER = Logger.getLogger(ControllerEnvironment.class.getName());
    private static final ControllerEnvironment OF_THIS_PROCESS = new ControllerEnvironment(System.getenv());

    private final Map<String, String> variables;

    ControllerEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    public static ControllerEnvironment get() {
        return OF_THIS_PROCESS;
    }

    /** Names what is there, and keeps what is secret from builds on the controller. */
    @Initializer(after = InitMilestone.PLUGINS_STARTED, before = InitMilestone.JOB_LOADED)
    public static void atStart() {
        get().hideSecretsIn(EnvVars.masterEnvVars);
        List<String> found = get().names().toList();
        if (!found.isEmpty()) {
            LOGGER.log(Level.INFO, "Slack notifications find in the environment: {0}", String.join(", ", found));
        }
    }

    /** {@link #CREDENTIALS_ID}, if there is a token. */
    public Optional<String> credentialsId() {
        return variable(BOT_TOKEN).map(token -> CREDENTIALS_ID);
    }

    /** As it stands there; it need not be a bot token. */
    Optional<Secret> token() {
        return variable(BOT_TOKEN).map(Secret::fromString);
    }

    public Optional<String> tokenError() {
        return variable(BOT_TOKEN).flatMap(BotTokenCredentials::validationErrorOf);
    }

    /** The system channel; empty also where no channel can be called so. */
    public Optional<String> channel() {
        return variable(CHANNEL).filter(name -> channelError().isEmpty());
    }

    public Optional<String> channelError() {
        try {
            ChannelName.checked(variable(CHANNEL).orElse(null));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The variables that are there, in the order in which they are documented. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(BOT_TOKEN, CHANNEL), RESERVED.stream())
                .filter(name -> variable(name).isPresent());
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(Util.fixEmptyAndTrim(variables.get(name)));
    }

    /** Builds on the controller inherit the environment of Jenkins, and could print what is in it. */
    void hideSecretsIn(Map<String, String> inherited) {
        SECRETS.forEach(inherited::remove);
    }
}
