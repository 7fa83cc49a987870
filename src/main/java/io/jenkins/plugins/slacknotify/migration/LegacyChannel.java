package io.jenkins.plugins.slacknotify.migration;

import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.Optional;

/**
 * A recipient in the settings of the Slack Notification plugin.
 *
 * @param written as it is stored: a channel with or without a {@code #}, an id, or a person; a thread behind a colon
 */
record LegacyChannel(String written) {
    /** Returns whether a rule can notify it, and it can be the system channel. */
    boolean isSupported() {
        return !isPerson() && !isVariable() && !isMalformed();
    }

    /** The difference, or why it cannot be imported; empty where it is imported unchanged. */
    Optional<String> note() {
        if (isPerson()) {
            return Optional.of(Messages.LegacyChannel_person(written));
        }
        if (isVariable()) {
            return Optional.of(Messages.LegacyChannel_variable(written));
        }
        if (isMalformed()) {
            return Optional.of(Messages.LegacyChannel_malformed(written));
        }
        return written.contains(":") ? Optional.of(Messages.LegacyChannel_thread(written)) : Optional.empty();
    }

    private boolean isPerson() {
        return ChannelName.isPerson(written) || ChannelName.isPerson(withoutThread());
    }

    /** Whether the name has a variable of the build's environment, which that plugin replaces. */
    private boolean isVariable() {
        return written.contains("$");
    }

    /** No channel of Slack can have this name. */
    private boolean isMalformed() {
        return !ChannelName.isValid(channel());
    }

    /** The channel with a {@code #}, which that plugin does not require, and without the thread. */
    String channel() {
        String channel = withoutThread();
        return channel.startsWith("#") || SlackId.isAny(channel, SlackId.CHANNEL, SlackId.GROUP)
                ? channel
                : "#" + channel;
    }

    private String withoutThread() {
        return written.split(":", 2)[0];
    }
}
