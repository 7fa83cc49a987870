package io.jenkins.plugins.slacknotify.interaction.command;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command in the menu of a message, for who cannot or does not like to type. The manifest names them; their {@code callback_id}s
 * stand in apps and are never changed.
 */
public enum MessageShortcut {
    STATUS("status"),
    WHY("why"),
    LOG("log"),
    AGAIN("again"),
    SUBSCRIBE("subscribe");

    /** How the {@code callback_id} of each begins. */
    public static final String PREFIX = "slack-notify.message.";

    private final String command;

    MessageShortcut(String command) {
        this.command = command;
    }

    /** Returns the command, which means the build of the message. */
    public String command() {
        return command;
    }

    /** Returns the {@code callback_id}. */
    public String callbackId() {
        return PREFIX + command;
    }

    static Optional<MessageShortcut> of(String callbackId) {
        return Arrays.stream(values())
                .filter(one -> one.callbackId().equals(callbackId))
                .findFirst();
    }
}
