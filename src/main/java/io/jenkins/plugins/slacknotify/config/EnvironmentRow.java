package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import java.util.List;

/** An environment variable on the page, which can only show it. Has getters, because that is what a view can read. */
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
     * The variables that are there.
     *
     * @param credentialsId what the page says; null where it says nothing
     * @param channel likewise
     */
    public static List<EnvironmentRow> of(
            ControllerEnvironment environment, @CheckForNull String credentialsId, @CheckForNull String channel) {
        return environment
                .names()
                .map(name -> switch (name) {
                    case ControllerEnvironment.BOT_TOKEN -> ofToken(environment, credentialsId);
                    case ControllerEnvironment.CHANNEL -> ofChannel(environment, channel);
                    default ->
                        new EnvironmentRow(name, Messages.EnvironmentRow_hidden(), Messages.EnvironmentRow_reserved());
                })
                .toList();
    }

    private static EnvironmentRow ofToken(ControllerEnvironment environment, @CheckForNull String credentialsId) {
        boolean used = credentialsId == null || credentialsId.equals(ControllerEnvironment.CREDENTIALS_ID);
        String note = used
                ? environment.tokenError().orElseGet(Messages::EnvironmentRow_token)
                : Messages.EnvironmentRow_otherToken();
        return new EnvironmentRow(ControllerEnvironment.BOT_TOKEN, Messages.EnvironmentRow_hidden(), note);
    }

    private static EnvironmentRow ofChannel(ControllerEnvironment environment, @CheckForNull String channel) {
        String note = channel == null
                ? environment.channelError().orElseGet(Messages::EnvironmentRow_channel)
                : Messages.EnvironmentRow_otherChannel();
        return new EnvironmentRow(
                ControllerEnvironment.CHANNEL,
                environment.variable(ControllerEnvironment.CHANNEL).orElse(""),
                note);
    }

    public String getName() {
        return name;
    }

    /** Never a secret. */
    public String getValue() {
        return value;
    }

    /** What becomes of it. */
    public String getNote() {
        return note;
    }
}
