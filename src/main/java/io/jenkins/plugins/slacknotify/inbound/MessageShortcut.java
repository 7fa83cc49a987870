package io.jenkins.plugins.slacknotify.inbound;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command in the menu of a message, for members who cannot type it or do not like to. The manifest of the app names them. Their {@code
 * callback_id}s stand in apps and are never changed. Slack takes five for messages at most.
 */
public enum MessageShortcut {
    STATUS("status", "Status of this build", "How the build of this message stands, to you alone"),
    WHY("why", "Who broke it?", "Since when the job of this message is bad, and by whose commits, to you alone"),
    LOG("log", "End of the log", "The end of the log of the build of this message, to you alone"),
    AGAIN("again", "Run again", "Runs the build of this message again, with the same parameters"),
    SUBSCRIBE("subscribe", "Subscribe channel", "A form to subscribe this channel to the job of this message");

    /** The beginning of the {@code callback_id} of each of these shortcuts. */
    public static final String PREFIX = "slack-notify.message.";

    private final String command;
    private final String label;
    private final String description;

    MessageShortcut(String command, String label, String description) {
        this.command = command;
        this.label = label;
        this.description = description;
    }

    /** Returns the command of this shortcut. It is about the build of the message. */
    public String command() {
        return command;
    }

    /** Returns the name of the shortcut in Slack's menu, 24 characters at most. */
    public String label() {
        return label;
    }

    /** Returns the description of the shortcut, 150 characters at most. */
    public String description() {
        return description;
    }

    public String callbackId() {
        return PREFIX + command;
    }

    /** Returns the shortcut of a {@code callback_id}; empty where it is another app's, or of another version. */
    public static Optional<MessageShortcut> of(String callbackId) {
        return Arrays.stream(values())
                .filter(one -> one.callbackId().equals(callbackId))
                .findFirst();
    }
}
