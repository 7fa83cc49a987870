package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentVariable;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import java.util.Optional;

/** Checks the field of the system channel, together with the environment variable that stands in for it. */
final class SystemChannelCheck {
    private SystemChannelCheck() {}

    /** @throws IllegalArgumentException as {@link ChannelName#checked} */
    static FormValidation check(@CheckForNull String typed, ControllerEnvironment environment) {
        String given = ChannelName.checked(typed);
        if (given == null) {
            return checkNone(environment);
        }
        if (ChannelName.hasCapitals(given)) {
            return FormValidation.warning(ChannelName.capitalsWarning());
        }
        return environment
                .channel()
                .filter(channel -> !channel.equals(given))
                .map(channel -> FormValidation.ok(Messages.SystemChannelCheck_notEnvironment(channel)))
                .orElseGet(FormValidation::ok);
    }

    private static FormValidation checkNone(ControllerEnvironment environment) {
        Optional<String> error = environment.channelError();
        if (error.isPresent()) {
            return FormValidation.error(FieldValidation.about(EnvironmentVariable.CHANNEL.variableName(), error.get()));
        }
        return environment
                .channel()
                .map(channel -> FormValidation.ok(Messages.SystemChannelCheck_environment(channel)))
                .orElseGet(() -> FormValidation.warning(Messages.SystemChannelCheck_none()));
    }
}
