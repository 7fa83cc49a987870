package io.jenkins.plugins.slacknotify.migration;

import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place that the Slack Notification plugin sends to.
 *
 * @param written as it stands there: a channel with or without a {@code #}, an id, a person; a thread behind a colon
 */
record LegacyChannel(String written) {
    private static final Pattern PERSON = Pattern.compile("@.*|[UW][A-Z0-9]{6,}");

    /** Those of channels and conversations, as Slack has them. */
    private static final Pattern ID = Pattern.compile("[CDG][A-Z0-9]{6,}");

    /** Whether a rule can tell it. */
    boolean isSupported() {
        return !isPerson() && !isVariable() && !isMalformed();
    }

    /** What is different here, or cannot be taken over. */
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
        return PERSON.matcher(written).matches();
    }

    /** That plugin puts in what the build's environment has. */
    private boolean isVariable() {
        return written.contains("$");
    }

    /** No channel of Slack can be called so. */
    private boolean isMalformed() {
        return !ChannelName.isValid(channel());
    }

    /** With a {@code #}, which that plugin does not ask for; without the thread. */
    String channel() {
        String channel = written.split(":", 2)[0];
        return channel.startsWith("#") || ID.matcher(channel).matches() ? channel : "#" + channel;
    }
}
