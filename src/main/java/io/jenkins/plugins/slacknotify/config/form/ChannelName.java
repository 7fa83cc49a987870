package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.Messages;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import java.util.Locale;
import java.util.Optional;

/** Tells early what Slack would only refuse later. */
public final class ChannelName {
    /** Slack's limit for the name of a channel. */
    private static final int LONGEST = 80;

    private ChannelName() {}

    /**
     * @return the name without white space around it; null where there is none
     * @throws IllegalArgumentException where no channel can be called so
     */
    @CheckForNull
    public static String checked(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        if (given == null) {
            return null;
        }
        if (given.startsWith("@")) {
            throw new IllegalArgumentException(Messages.ChannelName_user());
        }
        String name = withoutHash(given);
        if (name.isBlank() || name.length() > LONGEST || name.matches(".*[\\s,;/].*")) {
            throw new IllegalArgumentException(Messages.ChannelName_malformed());
        }
        return given;
    }

    /** Whether a channel can be called so. */
    public static boolean isValid(String channel) {
        try {
            return checked(channel) != null;
        } catch (IllegalArgumentException refusal) {
            return false;
        }
    }

    /** Whether Slack would not know a name for the capitals in it; an id has nothing but capitals. */
    public static boolean hasCapitals(String channel) {
        String name = withoutHash(channel);
        return !name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals(name.toLowerCase(Locale.ROOT));
    }

    /** @throws IllegalArgumentException as {@link #checked} */
    public static FormValidation check(@CheckForNull String typed) {
        return check(typed, ControllerEnvironment.get());
    }

    public static FormValidation check(@CheckForNull String typed, ControllerEnvironment environment) {
        String given = checked(typed);
        if (given == null) {
            return checkNone(environment);
        }
        if (hasCapitals(given)) {
            return FormValidation.warning(Messages.ChannelName_capitals());
        }
        return environment
                .channel()
                .filter(channel -> !channel.equals(given))
                .map(channel -> FormValidation.ok(Messages.ChannelName_notEnvironment(channel)))
                .orElseGet(FormValidation::ok);
    }

    private static FormValidation checkNone(ControllerEnvironment environment) {
        Optional<String> objection = environment.channelError();
        if (objection.isPresent()) {
            return FormValidation.error(Messages.Checks_about(ControllerEnvironment.CHANNEL, objection.get()));
        }
        return environment
                .channel()
                .map(channel -> FormValidation.ok(Messages.ChannelName_environment(channel)))
                .orElseGet(() -> FormValidation.warning(Messages.ChannelName_none()));
    }

    private static String withoutHash(String channel) {
        return channel.startsWith("#") ? channel.substring(1) : channel;
    }
}
