package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentValue;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentVariable;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import java.util.Optional;

/** Checks the field of the system channel, together with the environment variable that stands in for it. */
final class SystemChannelCheck {
    private SystemChannelCheck() {}

    /**
     * Checks what stands in the field.
     *
     * @param stored the channel now; a person there goes on to be told; null for none
     * @throws IllegalArgumentException as {@link ChannelName#checked}
     */
    static FormValidation check(
            @CheckForNull String typed, @CheckForNull String stored, ControllerEnvironment environment) {
        if (typed != null && typed.equals(stored) && ChannelName.isPerson(typed)) {
            return FieldValidation.kept(FormValidation.error(ChannelName.personRefused()));
        }
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
                .map(channel -> FormValidation.warning(
                        Messages.SystemChannelCheck_notEnvironment(channel, source(environment))))
                .orElseGet(FormValidation::ok);
    }

    private static FormValidation checkNone(ControllerEnvironment environment) {
        EnvironmentValue channel = environment.read(EnvironmentVariable.CHANNEL);
        Optional<String> error = environment.channelError();
        if (error.isPresent()) {
            return FormValidation.error(
                    channel.value() == null ? error.get() : FieldValidation.about(channel.source(), error.get()));
        }
        if (channel.problem() != null) {
            return FormValidation.warning(channel.problem());
        }
        return channel.usable()
                .map(name -> FormValidation.ok(Messages.SystemChannelCheck_environment(name, channel.source())))
                .orElseGet(() -> FormValidation.warning(Messages.SystemChannelCheck_none()));
    }

    private static String source(ControllerEnvironment environment) {
        return environment.read(EnvironmentVariable.CHANNEL).source();
    }
}
