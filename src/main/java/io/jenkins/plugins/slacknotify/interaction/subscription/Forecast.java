package io.jenkins.plugins.slacknotify.interaction.subscription;

/**
 * The number of messages that a subscription would have sent lately.
 *
 * @param messages how many builds of the last week match
 * @param complete whether all builds of that time were looked at; otherwise there may be more
 */
public record Forecast(int messages, boolean complete) {
    /** Returns it in words, such as {@code 12 messages in the last week}. */
    public String sentence() {
        return number() + (messages == 1 && complete ? " message" : " messages") + " in the last week";
    }

    String number() {
        return complete ? String.valueOf(messages) : "at least " + messages;
    }
}
