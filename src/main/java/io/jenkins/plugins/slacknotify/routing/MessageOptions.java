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
 * @param subscription the id of the subscription by which they are sent; null for those of a rule or of a job's author
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
        @CheckForNull String subscription) {
    /** The options of a destination for which nothing was configured. */
    public static final MessageOptions DEFAULT =
            new MessageOptions(null, null, null, null, null, null, null, null, null);

    /** Returns these options with another mention; null for nobody. */
    public MessageOptions withMention(@CheckForNull String newMention) {
        return new MessageOptions(
                botName, botIcon, details, newMention, template, source, buttons, language, subscription);
    }

    /** Returns these options with another template; null for the built-in text. */
    public MessageOptions withTemplate(@CheckForNull String newTemplate, @CheckForNull TemplateSource newSource) {
        return new MessageOptions(
                botName, botIcon, details, mention, newTemplate, newSource, buttons, language, subscription);
    }

    /** Returns these options for the messages of a subscription, by its id. */
    public MessageOptions withSubscription(String newSubscription) {
        return new MessageOptions(
                botName, botIcon, details, mention, template, source, buttons, language, newSubscription);
    }
}
