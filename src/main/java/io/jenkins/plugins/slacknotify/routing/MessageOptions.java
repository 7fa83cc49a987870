package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The options of the messages to one destination. For an option that is null, the setting of the whole system counts.
 *
 * @param botName the name that is shown as the sender
 * @param botIcon the picture of the sender: an emoji such as {@code :jenkins:} or the https address of an image
 * @param details how much of a bad build the thread shows
 * @param mention mrkdwn that stands before the message, so that Slack notifies somebody of it; null for nobody
 * @param template the text of the message, with placeholders; null for the built-in text
 * @param source where that template comes from; null where there is none, or an earlier version has stored the message
 * @param buttons which buttons the messages have, where this Jenkins takes requests from Slack at all
 * @param language of the messages; that of the Jenkins process where it is null
 * @param repliesInThread whether answers show in their thread alone, and never in the channel as well
 * @param subscription the id of the subscription by which they are sent; null for those of a rule or of a job's author
 * @param channelSource where the channel was named; null where that is not known, as in messages of earlier versions
 */
public record MessageOptions(
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        @CheckForNull ThreadDetails details,
        @CheckForNull String mention,
        @CheckForNull String template,
        @CheckForNull TemplateSource source,
        @CheckForNull MessageButtons buttons,
        @CheckForNull MessageLanguage language,
        boolean repliesInThread,
        @CheckForNull String subscription,
        @CheckForNull ChannelSource channelSource) {
    /** The options of a destination for which nothing was configured. */
    public static final MessageOptions DEFAULT = builder().build();

    /** Starts options for which nothing is configured. */
    public static Builder builder() {
        return new Builder();
    }

    private Builder toBuilder() {
        Builder copy = new Builder();
        copy.botName = botName;
        copy.botIcon = botIcon;
        copy.details = details;
        copy.mention = mention;
        copy.template = template;
        copy.source = source;
        copy.buttons = buttons;
        copy.language = language;
        copy.repliesInThread = repliesInThread;
        copy.subscription = subscription;
        copy.channelSource = channelSource;
        return copy;
    }

    /** Returns these options with another mention; null for nobody. */
    public MessageOptions withMention(@CheckForNull String newMention) {
        return toBuilder().mention(newMention).build();
    }

    /** Returns these options with another template; null for the built-in text. */
    public MessageOptions withTemplate(@CheckForNull String newTemplate, @CheckForNull TemplateSource newSource) {
        return toBuilder().template(newTemplate, newSource).build();
    }

    public MessageOptions withDetails(ThreadDetails newDetails) {
        return toBuilder().details(newDetails).build();
    }

    /** Returns these options in another language, unless that is null. */
    public MessageOptions inLanguage(@CheckForNull MessageLanguage newLanguage) {
        return newLanguage == null ? this : toBuilder().language(newLanguage).build();
    }

    /** Returns these options with other buttons, unless that is null. */
    public MessageOptions withButtons(@CheckForNull MessageButtons newButtons) {
        return newButtons == null ? this : toBuilder().buttons(newButtons).build();
    }

    /** Returns these options for the messages of a subscription, by its id. */
    public MessageOptions withSubscription(String newSubscription) {
        return toBuilder().subscription(newSubscription).build();
    }

    /** Returns these options for messages whose channel is named in that place; null for none. */
    public MessageOptions withChannelSource(@CheckForNull ChannelSource newChannelSource) {
        return toBuilder().channelSource(newChannelSource).build();
    }

    /** Collects options. What is not said, or null, takes what holds for the whole system. Not for several threads. */
    public static final class Builder {
        @CheckForNull
        private String botName;

        @CheckForNull
        private String botIcon;

        @CheckForNull
        private ThreadDetails details;

        @CheckForNull
        private String mention;

        @CheckForNull
        private String template;

        @CheckForNull
        private TemplateSource source;

        @CheckForNull
        private MessageButtons buttons;

        @CheckForNull
        private MessageLanguage language;

        private boolean repliesInThread;

        @CheckForNull
        private String subscription;

        @CheckForNull
        private ChannelSource channelSource;

        private Builder() {}

        public Builder botName(@CheckForNull String newBotName) {
            botName = newBotName;
            return this;
        }

        public Builder botIcon(@CheckForNull String newBotIcon) {
            botIcon = newBotIcon;
            return this;
        }

        public Builder details(@CheckForNull ThreadDetails newDetails) {
            details = newDetails;
            return this;
        }

        public Builder mention(@CheckForNull String newMention) {
            mention = newMention;
            return this;
        }

        public Builder buttons(@CheckForNull MessageButtons newButtons) {
            buttons = newButtons;
            return this;
        }

        public Builder language(@CheckForNull MessageLanguage newLanguage) {
            language = newLanguage;
            return this;
        }

        public Builder repliesInThread(boolean newRepliesInThread) {
            repliesInThread = newRepliesInThread;
            return this;
        }

        public Builder subscription(@CheckForNull String newSubscription) {
            subscription = newSubscription;
            return this;
        }

        public Builder channelSource(@CheckForNull ChannelSource newChannelSource) {
            channelSource = newChannelSource;
            return this;
        }

        public Builder template(@CheckForNull String newTemplate, @CheckForNull TemplateSource newSource) {
            template = newTemplate;
            source = newSource;
            return this;
        }

        public MessageOptions build() {
            return new MessageOptions(
                    botName,
                    botIcon,
                    details,
                    mention,
                    template,
                    source,
                    buttons,
                    language,
                    repliesInThread,
                    subscription,
                    channelSource);
        }
    }
}
