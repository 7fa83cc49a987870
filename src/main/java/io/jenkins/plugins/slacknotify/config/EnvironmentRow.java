package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentValue;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentVariable;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A row of the read-only table of environment variables on the page.
 *
 * @param name of the variable
 * @param value a substitute where it is a secret
 * @param note whether the variable is used
 */
public record EnvironmentRow(String name, String value, String note) {
    private static final UnaryOperator<String> HIDDEN = secret -> Messages.EnvironmentRow_hidden();

    /**
     * The rows of the variables that are set.
     *
     * @param credentialsId the setting of the page; null where it is empty
     * @param channel the setting of the page; null where it is empty
     * @param inbound the inbound settings
     */
    public static List<EnvironmentRow> of(
            ControllerEnvironment environment,
            @CheckForNull String credentialsId,
            @CheckForNull String channel,
            InboundConfig inbound) {
        return environment
                .set()
                .map(variable -> switch (variable) {
                    case BOT_TOKEN -> ofToken(environment, credentialsId);
                    case CHANNEL -> ofChannel(environment, channel);
                    case SIGNING_SECRET, APP_TOKEN -> ofApp(environment, variable, inbound);
                    case CLIENT_ID, CLIENT_SECRET ->
                        row(
                                environment.read(variable),
                                HIDDEN,
                                InboundConfig.environmentError(environment, variable)
                                        .orElseGet(Messages::EnvironmentRow_installation));
                })
                .toList();
    }

    private static EnvironmentRow ofToken(ControllerEnvironment environment, @CheckForNull String credentialsId) {
        boolean used = credentialsId == null
                || environment.credentialsId().filter(credentialsId::equals).isPresent();
        String note = used
                ? environment.tokenError().orElseGet(Messages::EnvironmentRow_token)
                : Messages.EnvironmentRow_otherToken();
        return row(environment.read(EnvironmentVariable.BOT_TOKEN), HIDDEN, note);
    }

    private static EnvironmentRow ofChannel(ControllerEnvironment environment, @CheckForNull String channel) {
        EnvironmentValue value = environment.read(EnvironmentVariable.CHANNEL);
        String note = channel == null
                ? environment.channelError().orElseGet(Messages::EnvironmentRow_channel)
                : Messages.EnvironmentRow_otherChannel();
        return row(value, it -> it, note);
    }

    private static EnvironmentRow ofApp(
            ControllerEnvironment environment, EnvironmentVariable variable, InboundConfig inbound) {
        if (!inbound.isEnabled()) {
            return row(environment.read(variable), HIDDEN, Messages.EnvironmentRow_off());
        }
        return row(
                environment.read(variable),
                HIDDEN,
                inbound.usesEnvironment()
                        ? InboundConfig.environmentError(environment, variable).orElseGet(Messages::EnvironmentRow_app)
                        : Messages.EnvironmentRow_otherApp());
    }

    /** A row; what is wrong with the variable or its file goes before what it is used for. */
    private static EnvironmentRow row(EnvironmentValue value, UnaryOperator<String> shown, String note) {
        return new EnvironmentRow(
                value.source(), value.usable().map(shown).orElse(""), value.problem() == null ? note : value.problem());
    }
}
