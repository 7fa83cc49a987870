package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentVariable;
import java.util.List;

/** A row of the read-only table of environment variables on the page. A view reads it through the getters. */
public final class EnvironmentRow {
    private final String name;
    private final String value;
    private final String note;

    private EnvironmentRow(String name, String value, String note) {
        this.name = name;
        this.value = value;
        this.note = note;
    }

    /**
     * The rows of the variables that are set.
     *
     * @param credentialsId the setting of the page; null where it is empty
     * @param channel the setting of the page; null where it is empty
     */
    public static List<EnvironmentRow> of(
            ControllerEnvironment environment, @CheckForNull String credentialsId, @CheckForNull String channel) {
        return environment
                .set()
                .map(variable -> switch (variable) {
                    case BOT_TOKEN -> ofToken(environment, credentialsId);
                    case CHANNEL -> ofChannel(environment, channel);
                    default ->
                        new EnvironmentRow(
                                variable.variableName(),
                                Messages.EnvironmentRow_hidden(),
                                Messages.EnvironmentRow_reserved());
                })
                .toList();
    }

    private static EnvironmentRow ofToken(ControllerEnvironment environment, @CheckForNull String credentialsId) {
        boolean used = credentialsId == null
                || environment.credentialsId().filter(credentialsId::equals).isPresent();
        String note = used
                ? environment.tokenError().orElseGet(Messages::EnvironmentRow_token)
                : Messages.EnvironmentRow_otherToken();
        return new EnvironmentRow(EnvironmentVariable.BOT_TOKEN.variableName(), Messages.EnvironmentRow_hidden(), note);
    }

    private static EnvironmentRow ofChannel(ControllerEnvironment environment, @CheckForNull String channel) {
        String note = channel == null
                ? environment.channelError().orElseGet(Messages::EnvironmentRow_channel)
                : Messages.EnvironmentRow_otherChannel();
        return new EnvironmentRow(
                EnvironmentVariable.CHANNEL.variableName(),
                environment.read(EnvironmentVariable.CHANNEL).usable().orElse(""),
                note);
    }

    public String getName() {
        return name;
    }

    /** The value, or a substitute where it is a secret. */
    public String getValue() {
        return value;
    }

    /** Explains whether the variable is used. */
    public String getNote() {
        return note;
    }
}
